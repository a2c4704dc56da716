# The functions that the stages share: they name each step, install programs, and list the steps that could not run.

# Announces a step and the time since the stage began.
step() { printf '\n== %s, after %s s\n' "$*" "$SECONDS"; }

# Records a step that cannot run on this machine, and why.
skip() {
    echo "left out: $1: $2"
    echo "$1: $2" >> "$LEFT_OUT"
}

# Lists the steps that were left out. They are a failure if REQUIRE_TOOLS is set.
report_left_out() {
    local status=$?
    if [[ -s $LEFT_OUT ]]; then
        printf '\n== left out\n'
        cat "$LEFT_OUT"
        if [[ ${REQUIRE_TOOLS-} && $status == 0 ]]; then
            echo 'REQUIRE_TOOLS is set: this is a failure'
            status=1
        fi
    fi
    rm -f "$LEFT_OUT"
    exit "$status"
}

# The outermost script reports, whether it is .ci/run or a stage that is run by itself.
if [[ ! ${LEFT_OUT-} ]]; then
    LEFT_OUT=$(mktemp)
    export LEFT_OUT
    trap report_left_out EXIT
fi

# Installs the Debian package of each program that is missing: has_or_apt PROGRAM PACKAGE PROGRAM PACKAGE …
has_or_apt() {
    local missing=() as_root=()
    for ((; $#; )); do
        command -v "$1" > /dev/null || missing+=("$2")
        shift 2
    done
    ((${#missing[@]})) || return 0
    command -v apt-get > /dev/null || return 1
    ((EUID == 0)) || as_root=(sudo)
    echo "installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

# Installs a program with cargo. It runs once, so optimizing it would take longer than it saves.
install_with_cargo() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        cargo install --locked --quiet "$1"
}

# Installs a cargo subcommand, unless there is one already: has_or_cargo hack
has_or_cargo() { cargo "$1" --version > /dev/null 2>&1 || install_with_cargo "cargo-$1"; }

# Installs a toolchain, unless there is one already: has_or_toolchain nightly
has_or_toolchain() {
    cargo "+$1" --version > /dev/null 2>&1 || rustup toolchain install "$1" --profile minimal
}
