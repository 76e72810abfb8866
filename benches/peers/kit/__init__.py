"""What every work needs: instances, exact arithmetic, clocks, our own command, the report."""
