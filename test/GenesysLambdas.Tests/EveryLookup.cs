using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Actions;
using GenesysLambdas.Testing.EndToEnd;
using GenesysLambdas.Testing.Faults;
using GenesysLambdas.Testing.Hostile;
using GenesysLambdas.Testing.Lookups;

// The tests that every suite has, for the lookups of this one. Those to which it adds some of its own are in files of theirs.
namespace GenesysLambdas.Tests;

public sealed class RegistrationTests : LookupRegistrationTests;

public sealed class EveryLookupTests : LookupBehaviorTests;

public sealed class EveryConfigurationErrorTests : LookupConfigurationErrorTests;

public sealed class FaultTests : LookupFaultTests;

public sealed class ErrorObjectTests : LookupErrorObjectTests;

public sealed class AddressFaultTests : LookupAddressFaultTests;

public sealed class HostileInputTests(ITestOutputHelper output) : LookupHostileInputTests(output);

public sealed class LoggedInputTests(ITestOutputHelper output) : LookupLoggedInputTests(output);

public sealed class CommittedFilesTests : LookupCommittedFilesTests;

public sealed class SavedRequestTests(EmulatorFixture fixture) : LookupSavedRequestTests(fixture);
