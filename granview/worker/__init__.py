"""What runs in the process of a lane, and in the decoder's. Nothing imports it; it is started by name.

OpenMP's threads are told to sleep while they wait, here, before anything loads OpenMP. By default they spin, and with
several lanes, each with a thread per core, they spin on the cores that another lane needs: on two busy cores a U-Net's
forward pass took 202 ms spinning and 60 ms sleeping.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
