"""What a command imports before it begins: what takes long is left to those who use it."""

import subprocess
import sys

import numpy as np
import pytest

from geoinpaint_engine.quality.contamination.learning import chi_squared

SLOW = ("scipy.stats", "torch", "xarray", "pystac_client", "dask")  # half a second of a core each, or more


def test_a_run_does_not_import_what_takes_long():
    code = f"import sys, geoinpaint_engine.pipeline.run; print(sorted({set(SLOW)} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("bands", [1, 4, 13])
def test_the_distribution_without_scipy_stats_is_that_of_scipy_stats(bands):
    from scipy.stats import chi2

    shares = np.linspace(0.01, 0.99, 99)
    np.testing.assert_allclose([chi_squared(share, bands) for share in shares], chi2.ppf(shares, bands), rtol=1e-12)
