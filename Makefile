# Called by `sam build` (template.yaml: BuildMethod: makefile). It also works without SAM:
#   make build-CurrentWeatherFunction ARTIFACTS_DIR=out/current-weather

# true: Native AOT, one executable, built on Linux. false: ReadyToRun assemblies, built anywhere, slower to start.
AOT ?= true
# Where AWS's API comes from: AWS's own packages (nuget), or src/GenesysLambdas.Aws (lean).
AWS_PACKAGES ?= nuget
# x86_64 or arm64: must match the template's parameter Architecture.
ARCHITECTURE ?= x86_64
LAMBDA_FRAMEWORK ?= net10.0

FUNCTIONS := UserLookupFunction CustomerProfileFunction CurrentWeatherFunction CustomerByPhoneFunction \
	ContactByPhoneFunction InvokeDataActionFunction ListInvocationsFunction

COMPILER := $(if $(filter true,$(AOT)),aot,r2r)
RUNTIME := linux-$(ARCHITECTURE:x86_64=x64)

# Each kind of build has its own folder, separate from those of an IDE or `dotnet test`, which take AWS's API from elsewhere.
BUILD := out/build/$(LAMBDA_FRAMEWORK)-$(RUNTIME)-$(AWS_PACKAGES)-$(COMPILER)
PUBLISHED := $(BUILD)/published

SOURCES := $(shell find src global.json Directory.Build.props Directory.Packages.props -type f \
	! -path '*/bin/*' ! -path '*/obj/*' ! -path 'src/GenesysLambdas.Cli/*')

# AWS's generator writes into src/GenesysLambdas/obj but does not create it.
# SAM waits for this program's output to close; a build server left running would keep it open.
PUBLISH := mkdir -p src/GenesysLambdas/obj && dotnet publish src/GenesysLambdas --configuration Release --runtime $(RUNTIME) --disable-build-servers \
	--artifacts-path $(BUILD) --output $(PUBLISHED) -p:AwsPackages=$(AWS_PACKAGES) -p:LambdaTargetFramework=$(LAMBDA_FRAMEWORK) \
	-p:DebugType=embedded -p:CopyOutputSymbolsToPublishDirectory=false -p:PublishReferencesDocumentationFiles=false

# Every function is the same program: ANNOTATIONS_HANDLER in template.yaml says which method a function runs.
.PHONY: $(FUNCTIONS:%=build-%)
$(FUNCTIONS:%=build-%): $(BUILD)/$(COMPILER)
	@test -n "$(ARTIFACTS_DIR)" || { echo "ARTIFACTS_DIR must name the folder to put the function into." >&2; exit 2; }
	mkdir -p "$(ARTIFACTS_DIR)"
	cp -R $(PUBLISHED)/. "$(ARTIFACTS_DIR)"

$(BUILD)/r2r: $(SOURCES)
	rm -rf $(PUBLISHED)
	$(PUBLISH) -p:PublishReadyToRun=true -p:UseAppHost=false --self-contained false
	@touch $@

# Lambda's dotnet10 runs on Amazon Linux 2023, which has glibc 2.34: a program that needs a newer one would not start there.
$(BUILD)/aot: $(SOURCES)
	@test "$$(uname -sm | sed 's/aarch64/arm64/')" = "Linux $(ARCHITECTURE)" || { \
		echo "Native AOT for $(ARCHITECTURE) must be built on Linux $(ARCHITECTURE), and this machine is $$(uname -sm). See docs/deployment.md." >&2; exit 2; }
	rm -rf $(PUBLISHED)
	$(PUBLISH) -p:PublishAot=true
	@needs=$$(grep -ao 'GLIBC_2\.[0-9]*' $(PUBLISHED)/GenesysLambdas | sort -uV | tail -1); \
	test "$$(printf '%s\n' "$$needs" GLIBC_2.34 | sort -V | tail -1)" = GLIBC_2.34 || { \
		echo "The executable needs $$needs, but Lambda has GLIBC_2.34. Build it on Amazon Linux 2023: see docs/deployment.md." >&2; exit 2; }
	@touch $@
