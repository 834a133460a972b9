"""The papers beside the minutes: agenda, membership, attendance sheet, decisions on paper."""
