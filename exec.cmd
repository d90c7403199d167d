@rem npm runs scripts in this folder: where the shell is cmd, which lacks it, this stands for the "exec" of other shells.
@%*
