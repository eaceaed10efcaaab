using System.CommandLine;
using GenesysLambdas.Benchmarks;
using GenesysLambdas.Benchmarks.InProcess;
using GenesysLambdas.Benchmarks.Loopback;

var share = new Option<double?>("--share") { Description = "Give each function this share of one processor; 0.29 is what Lambda gives one of 512 MB. Needs control groups, and root." };
share.Validators.Add(result => Refuse(result, result.GetValueOrDefault<double?>() is <= 0 or > 64, "--share must be above 0, and at most 64."));
var transport = new Option<string>("--transport") { Description = "plain, tls or both.", DefaultValueFactory = _ => "both" };
transport.AcceptOnlyFromAmong("plain", "tls", "both");

var runs = Count("--runs", "How often each variant is started.", 20);
var callsForMemory = Count("--calls-for-memory", "After how many calls memory is measured.", 10_000);
var started = Variants([.. Variant.All.Select(variant => variant.Name)]);
var coldStart = new Command("coldstart", "From the start of a process to its first answer; memory; size on disk.") { runs, callsForMemory, share, transport, started };
coldStart.SetAction((arguments, _) => RunAsync(arguments, started, (variants, servers, trust) =>
    new ColdStart(variants, arguments.GetValue(runs), arguments.GetValue(callsForMemory), arguments.GetValue(share)).RunAsync(servers, trust)));

var calls = Count("--calls", "How many calls a round has.", 1_000);
var rounds = Count("--rounds", "How many rounds.", 1);
var called = Variants(["suite", "bare", "go", "rust", "python"]);
var warm = new Command("calls", "Latency and calls a second of warm processes, and own-share.") { calls, rounds, share, transport, called };
warm.SetAction(async (arguments, _) =>
{
    var exitCode = await RunAsync(arguments, called, (variants, servers, trust) =>
        new Calls(variants, arguments.GetValue(calls), arguments.GetValue(rounds), arguments.GetValue(share)).RunAsync(servers, trust));
    return exitCode == 0 ? await GuardAsync(OwnShare.RunAsync) : exitCode;
});

var ownShare = new Command("own-share", "The suite's own share of a warm call: time and bytes allocated.");
ownShare.SetAction((_, _) => GuardAsync(OwnShare.RunAsync));

return await new RootCommand("Measures the deployed executable alongside bare loops in C#, Go, Rust and Python. Needs Linux.") { coldStart, warm, ownShare }.Parse(args).InvokeAsync();

Task<int> RunAsync(ParseResult arguments, Option<string[]> chosen, Func<IReadOnlyList<Variant>, CalledServers, Trust, Task> measureAsync) => GuardAsync(async () =>
{
    if (arguments.GetValue(share) is { } part)
    {
        // Now rather than after the builds, if it cannot be had.
        ProcessorShare.Create(part).Dispose();
    }

    var variants = await BuildAsync([.. Variant.All.Where(variant => arguments.GetValue(chosen)!.Contains(variant.Name))]);
    using var trust = new Trust();
    if (arguments.GetValue(transport) is "plain" or "both")
    {
        using var servers = new CalledServers();
        // Without TLS there is nothing to trust, so one of those that differ only in trust is enough.
        await measureAsync([.. variants.DistinctBy(variant => variant.Target)], servers, trust);
    }

    if (arguments.GetValue(transport) is "tls" or "both")
    {
        using var servers = new CalledServers(trust.Amazon, trust.Other);
        await measureAsync(variants, servers, trust);
        Report.WriteLine(trust.Description);
    }
});

static async Task<int> GuardAsync(Func<Task> runAsync)
{
    try
    {
        await runAsync();
        return 0;
    }
    catch (BenchmarkException exception)
    {
        Report.EndProgress();
        await Console.Error.WriteLineAsync(exception.Message);
        return 1;
    }
}

static async Task<IReadOnlyList<Variant>> BuildAsync(IReadOnlyList<Variant> variants)
{
    var missing = new Dictionary<string, string?>();
    foreach (var variant in variants.DistinctBy(variant => variant.Target))
    {
        Report.Progress($"Building {variant.Target}");
        missing[variant.Target] = await Builder.BuildAsync(variant);
    }

    Report.EndProgress();
    foreach (var variant in variants.Where(variant => missing[variant.Target] is not null))
    {
        Report.WriteLine($"Left out: {variant.Description}: {missing[variant.Target]}.");
    }

    return [.. variants.Where(variant => missing[variant.Target] is null)];
}

static Option<int> Count(string name, string description, int fallback)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
    option.Validators.Add(result => Refuse(result, result.GetValueOrDefault<int>() < 1, $"{name} must be 1 or more."));
    return option;
}

static Option<string[]> Variants(string[] names)
{
    var option = new Option<string[]>("--variants") { Description = "Which ones.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => names };
    return option.AcceptOnlyFromAmong([.. Variant.All.Select(variant => variant.Name)]);
}

static void Refuse(System.CommandLine.Parsing.OptionResult result, bool isBad, string message)
{
    if (isBad)
    {
        result.AddError(message);
    }
}
