"""Facts and the acts that change them: frozen records, pure functions, nothing stored."""
