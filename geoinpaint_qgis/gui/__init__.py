"""The graphical interface: the panel, which runs the same algorithms as the toolbox."""
