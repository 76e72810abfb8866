#!/usr/bin/env bash
# Installs the peers into a virtual environment beside this file. Python 3.11 or newer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
"${PYTHON:-python3}" -m venv .venv
.venv/bin/python -m pip install --quiet --requirement requirements.txt
.venv/bin/python -c "import highspy, moocore, negmas, ortools, paretoset, pyscipopt"
echo "ready: benches/peers/.venv/bin/python benches/peers/run.py --help"
