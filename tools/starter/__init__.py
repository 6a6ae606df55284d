"""What ``tools/start.py`` does: environment, participant's folder, JupyterLab, tests.

Standard library only, and of the kit only `borderlab.i18n`: it runs before anything is installed.
"""
