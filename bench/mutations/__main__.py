import sys

from bench.mutations.run import main

sys.exit(main())
