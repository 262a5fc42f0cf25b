"""What apt is asked for: only what dpkg does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import system_packages
from installer.trouble import SetUpError

STATUS = """\
Package: libgl1
Status: install ok installed
Architecture: amd64
Depends: libc6
Description: Vendor neutral GL dispatch library
 Package: not-a-field-of-its-own

Package: libegl1
Status: deinstall ok config-files
Architecture: amd64

Package: xvfb
Status: install ok unpacked

Package: libglib2.0-0t64
Status: install ok installed
Provides: libglib2.0-0 (= 2.84.4-3), libglib-of-old
Description: GLib
"""


def test_only_packages_that_are_fully_installed_count():
    names = system_packages.installed(STATUS)
    assert "libgl1" in names
    assert names.isdisjoint({"libegl1", "xvfb", "not-a-field-of-its-own"})


def test_a_package_under_a_new_name_that_provides_the_old_one_counts():
    assert {"libglib2.0-0", "libglib-of-old"} <= system_packages.installed(STATUS)


def test_only_what_is_missing_is_asked_for_and_each_once():
    present = system_packages.installed(STATUS)
    asked = system_packages.missing(["xvfb", "libgl1", "libegl1", "xvfb", "libglib2.0-0"], present)
    assert asked == ("xvfb", "libegl1")


def test_nothing_is_known_without_dpkg(tmp_path: Path):
    assert system_packages.present_here(tmp_path / "status") is None


def test_tests_need_all_that_running_needs():
    assert set(system_packages.TO_RUN) < set(system_packages.NEEDED["test"])


def test_a_user_who_is_not_root_gets_the_exact_line_to_type():
    with pytest.raises(SetUpError) as refusal:
        system_packages.install(("libgl1", "xvfb"), as_root=False)
    assert str(refusal.value).splitlines()[-1] == (
        "sudo apt-get install -y --no-install-recommends libgl1 xvfb"
    )
