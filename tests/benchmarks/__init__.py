"""What Clerk costs, as ratios to the bare thing measured in the same run."""
