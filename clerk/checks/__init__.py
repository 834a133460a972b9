"""What is wrong with a meeting, a file a subject; a finding has a code, a sentence, a source."""
