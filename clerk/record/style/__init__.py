"""The house style: words, numbers, order and layout of a council, as its `style.toml` has them."""
