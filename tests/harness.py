# SPDX-License-Identifier: MIT
"""What the test runners share: jobs over the cores, results, differences."""
import concurrent.futures
import difflib
import os
import shlex
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EPOCH = "1796083200"  # 2026-12-01T00:00:00Z
WRAP = shlex.split(os.environ.get("WRAP", ""))
TIMEOUT = 60 if not WRAP else 1200


class Failure(Exception):
    """A test that failed, and why."""


class Skip(Exception):
    """A test that can't be run here, and why."""


def program():
    """The program under test, as an absolute path."""
    path = os.environ.get("FASCICLE", "build/fascicle")
    return os.path.join(ROOT, path)


def environment(**more):
    """The environment that the program is tested in."""
    env = {k: v for k, v in os.environ.items()
           if k in ("PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                    "LSAN_OPTIONS")}
    env.update(SOURCE_DATE_EPOCH=EPOCH, LC_ALL="C", TZ="UTC", **more)
    return env


def run(arguments, cwd=None, env=None, timeout=TIMEOUT, **more):
    """Runs a command; its output as bytes. Being killed is a failure."""
    try:
        done = subprocess.run(arguments, cwd=cwd, env=env or environment(),
                              stdin=subprocess.DEVNULL, timeout=timeout,
                              capture_output=True, check=False, **more)
    except subprocess.TimeoutExpired:
        raise Failure("still running after %d s: %s"
                      % (timeout, shlex.join(arguments))) from None
    if done.returncode < 0 or b"Sanitizer" in done.stderr or \
            b"runtime error:" in done.stderr:
        raise Failure("crash (status %d): %s\n%s"
                      % (done.returncode, shlex.join(arguments),
                         done.stderr.decode("utf-8", "replace")[-6000:]))
    return done


def fascicle(arguments, **more):
    """Runs the program under test."""
    return run(WRAP + [program()] + arguments, **more)


def need(*commands):
    """Skips the test where a command is not there."""
    for command in commands:
        if not shutil.which(command):
            raise Skip("there is no " + command)


def difference(want, got, name):
    """A unified diff of two texts given as bytes, or ""."""
    if want == got:
        return ""
    lines = difflib.unified_diff(
        want.decode("utf-8", "backslashreplace").splitlines(True),
        got.decode("utf-8", "backslashreplace").splitlines(True),
        name, name + " (now)")
    text = "".join(line if line.endswith("\n") else line + "\n(no newline)\n"
                   for line in lines)
    return text or "%s: only bytes that are no text differ\n" % name


def expect(true, otherwise):
    """Fails unless something is true."""
    if not true:
        raise Failure(otherwise)


def together(*functions):
    """What the functions return, each run in a thread of its own."""
    with concurrent.futures.ThreadPoolExecutor(len(functions)) as pool:
        return [f.result() for f in [pool.submit(f) for f in functions]]


def run_tests(tests, jobs=None):
    """Runs (name, function) pairs over the cores. A function fails by raising
    Failure, is skipped by raising Skip. Prints what went wrong and, as the
    last line, `N passed, N failed, N skipped`; returns the exit status."""
    passed = failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        futures = [(name, pool.submit(function)) for name, function in tests]
        for name, future in futures:
            try:
                future.result()
                passed += 1
            except Skip as why:
                skipped += 1
                print("SKIP %s: %s" % (name, why))
            except Failure as why:
                failed += 1
                print("FAIL %s" % name)
                print("    " + str(why).rstrip("\n").replace("\n", "\n    "))
            sys.stdout.flush()
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0
