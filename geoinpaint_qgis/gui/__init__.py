"""What a desktop shows: the panel, which builds and runs the same algorithms as the toolbox."""
