"""`python -m regelwerk` is the command `regelwerk`."""

import sys

from .cli import main

sys.exit(main())
