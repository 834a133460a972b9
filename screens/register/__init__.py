"""Committees, people and vacancies."""
