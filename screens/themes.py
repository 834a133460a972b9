"""Clerk's looks: calm by light and by dark, high contrast, and the terminal's own colours."""

from textual.theme import Theme

DARK = Theme(
    name="clerk-dark",
    primary="#7aa2c9",
    secondary="#93a8bd",
    accent="#e0b25c",
    warning="#e0b25c",
    error="#e07a72",
    success="#8fbf8f",
    foreground="#dde3ea",
    background="#161b21",
    surface="#1c232b",
    panel="#25303b",
    dark=True,
)
LIGHT = Theme(
    name="clerk-light",
    primary="#1f4f82",
    secondary="#4d6275",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a3241c",
    success="#256029",
    foreground="#1b232b",
    background="#fafaf7",
    surface="#f1f1ec",
    panel="#e2e5e4",
    dark=False,
)
CONTRAST = Theme(
    name="clerk-high-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
    dark=True,
    text_alpha=1.0,
)

OURS = (DARK, LIGHT, CONTRAST)
CHOICES: dict[str, str] = {
    "clerk-dark": "Dark",
    "clerk-light": "Light",
    "clerk-high-contrast": "High contrast",
    "ansi-dark": "The terminal's own colours, on dark",
    "ansi-light": "The terminal's own colours, on light",
}
"""Every theme by its name, with what the palette calls it."""
DEFAULT = "clerk-dark"
