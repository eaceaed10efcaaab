# Called by `sam build` (template.yaml: BuildMethod: makefile). It also works without SAM:
#   make build-CurrentWeatherFunction ARTIFACTS_DIR=out/current-weather

help:
	@echo "make build-<function in template.yaml> ARTIFACTS_DIR=<folder> [AOT=false] [AWS_PACKAGES=lean]"

# true: Native AOT, a single executable, built on Linux. false: ReadyToRun assemblies, built anywhere but slower to start.
AOT ?= true
# AWS's own packages (nuget) or src/GenesysLambdas.Aws (lean).
AWS_PACKAGES ?= nuget
# Read from template.yaml, so that the build and the deployment cannot differ.
ARCHITECTURE := $(shell sed -n 's/^ *Architectures: \[\(.*\)\]$$/\1/p' template.yaml)

NEEDED_SDK = $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' global.json)

COMPILER := $(if $(filter true,$(AOT)),aot,r2r)
RUNTIME := linux-$(ARCHITECTURE:x86_64=x64)

# Each kind of build has its own folder, separate from those of an IDE or `dotnet test`, which use other AWS packages.
BUILD := out/build/$(RUNTIME)-$(AWS_PACKAGES)-$(COMPILER)
PUBLISHED := $(BUILD)/published

# Changes in these projects do not recompile the functions. A new project that is not listed here only makes builds slower.
NOT_DEPLOYED := Cli Commands Local Publishing Scaffolding Testing Tooling

# SAM waits for this program's output to close; a build server left running would keep it open.
PUBLISH = dotnet publish src/GenesysLambdas --configuration Release --runtime $(RUNTIME) --disable-build-servers \
	--artifacts-path $(BUILD) --output $(PUBLISHED) -p:AwsPackages=$(AWS_PACKAGES) \
	-p:DebugType=embedded -p:CopyOutputSymbolsToPublishDirectory=false -p:PublishReferencesDocumentationFiles=false $(1)

# Compiles. If packages are missing, the last line says what to do: NuGet's own messages only name them.
define COMPILE
@rm -rf $(PUBLISHED)
@{ $(PUBLISH); echo $$? > $(BUILD)/exit-code; } 2>&1 | tee $(BUILD)/log
@test "$$(cat $(BUILD)/exit-code)" = 0 || { \
	! grep -qE 'error NU1(10[0-3]|301)' $(BUILD)/log || echo "The packages cannot be restored: check the network and your package sources (dotnet nuget list source)." \
		$(if $(filter lean,$(AWS_PACKAGES)),,"Without AWS's packages: AWS_PACKAGES=lean.") "See docs/aws-packages.md." >&2; exit 2; }
endef

# SAM may run this file from a copy of the sources. All copies share one compilation in this file's own folder, or in the copy if that
# folder is read-only, as it can be in a container.
HERE := $(shell folder=$$(dirname "$(strip $(MAKEFILE_LIST))"); test -w "$$folder" && echo "$$folder" || pwd)

# SAM may build several functions at once, so they take turns. The lock ends with its process. macOS has no flock.
LOCKED := $(if $(shell command -v flock 2>/dev/null),flock --close out/build/lock,perl -e 'open my $$lock, ">", shift; flock $$lock, 2; exit system(@ARGV) >> 8' out/build/lock)

# All functions are the same program; ANNOTATIONS_HANDLER in template.yaml selects the method.
build-%:
	@test -n "$(ARTIFACTS_DIR)" || { echo "ARTIFACTS_DIR must name the folder to put the function into." >&2; exit 2; }
	@mkdir -p "$(ARTIFACTS_DIR)"
	@artifacts=$$(cd "$(ARTIFACTS_DIR)" && pwd) && cd "$(HERE)" && mkdir -p out/build && \
		$(LOCKED) $(MAKE) --no-print-directory artifacts ARTIFACTS_DIR="$$artifacts"

.PHONY: artifacts
artifacts: $(BUILD)/$(COMPILER)
	cp -R $(PUBLISHED)/. "$(ARTIFACTS_DIR)"

$(BUILD)/r2r: $(BUILD)/inputs
	$(call COMPILE,-p:PublishReadyToRun=true -p:UseAppHost=false --self-contained false)
	@touch $@

# Lambda's dotnet10 runs on Amazon Linux 2023, which has glibc 2.34. A program that needs a newer one would not start there.
$(BUILD)/aot: $(BUILD)/inputs
	@test "$$(uname -sm | sed 's/aarch64/arm64/')" = "Linux $(ARCHITECTURE)" || { \
		echo "Native AOT for $(ARCHITECTURE) is compiled on Linux $(ARCHITECTURE), and this machine is $$(uname -sm)." \
			"With Docker: sam build --use-container. Without: AOT=false. See docs/deployment.md." >&2; exit 2; }
	@command -v clang > /dev/null || command -v gcc > /dev/null || { \
		echo "Native AOT is linked by clang or gcc, and neither is installed." \
			"Install clang and zlib's headers (Debian: clang zlib1g-dev; Fedora: clang zlib-devel)." \
			"With Docker: sam build --use-container. Without: AOT=false. See docs/deployment.md." >&2; exit 2; }
	$(call COMPILE,-p:PublishAot=true)
	@needs=$$(grep -ao 'GLIBC_2\.[0-9]*' $(PUBLISHED)/GenesysLambdas | sort -uV | tail -1); \
	test "$$(printf '%s\n' "$$needs" GLIBC_2.34 | sort -V | tail -1)" = GLIBC_2.34 || { \
		echo "The executable needs $$needs, but Lambda has GLIBC_2.34." \
			"Build it on Amazon Linux 2023, with sam build --use-container. See docs/deployment.md." >&2; exit 2; }
	@touch $@

# Checksums of the sources and the SDK's version, written only if they changed. Comparing times would miss a deleted file.
$(BUILD)/inputs: always
	@command -v dotnet > /dev/null || { \
		echo ".NET is not installed or not in the PATH: install the .NET 10 SDK." \
			"With Docker: sam build --use-container. See docs/deployment.md." >&2; exit 2; }
	@dotnet --version > /dev/null 2>&1 || { \
		echo "global.json needs the .NET SDK $(NEEDED_SDK) or a later 10.0, but this machine has: $$(echo $$(dotnet --list-sdks | sed 's/ .*//'))." \
			"Install it. With Docker: sam build --use-container. See docs/deployment.md." >&2; exit 2; }
	@mkdir -p $(BUILD)
	@{ dotnet --version && find Makefile global.json Directory.* src -type f \
		! -path '*/bin/*' ! -path '*/obj/*' $(foreach project,$(NOT_DEPLOYED),! -path 'src/GenesysLambdas.$(project)/*') -exec cksum {} + | LC_ALL=C sort; } > $@.new
	@cmp -s $@.new $@ || cp $@.new $@

.PHONY: always help
always:
