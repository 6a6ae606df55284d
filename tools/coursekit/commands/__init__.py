"""One file for each sub-command: its docstring is the help, `configure` and `run` do the rest."""
