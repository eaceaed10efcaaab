using System.CommandLine;
using GenesysLambdas.Benchmarks;

var share = new Option<double?>("--share") { Description = "Give each function this share of one processor; 0.29 is what Lambda gives one of 512 MB. Needs control groups, and root." };
share.Validators.Add(result => Refuse(result, result.GetValueOrDefault<double?>() is <= 0 or > 64, "--share must be above 0, and at most 64."));
var transport = new Option<string>("--transport") { Description = "plain, tls or both.", DefaultValueFactory = _ => "both" };
transport.AcceptOnlyFromAmong("plain", "tls", "both");

var runs = Count("--runs", "How often each variant is started.", 20);
var callsForMemory = Count("--calls-for-memory", "After how many calls memory is measured.", 10_000);
var started = Variants([.. Variant.All.Select(variant => variant.Name)]);
var coldStart = new Command("coldstart", "From the start of a process to its first answer; memory; size on disk.") { runs, callsForMemory, share, transport, started };
coldStart.SetAction((arguments, _) => RunAsync(arguments, started, (variants, trust, isTls) =>
    new ColdStart(variants, arguments.GetValue(runs), arguments.GetValue(callsForMemory), arguments.GetValue(share)).RunAsync(trust, isTls)));

return await new RootCommand("Measures the deployed executable side by side with bare loops in C#, Go and Python. Needs Linux.") { coldStart }.Parse(args).InvokeAsync();

async Task<int> RunAsync(ParseResult arguments, Option<string[]> chosen, Func<IReadOnlyList<Variant>, Trust, bool, Task> measureAsync)
{
    try
    {
        var variants = await BuildAsync([.. Variant.All.Where(variant => arguments.GetValue(chosen)!.Contains(variant.Name))]);
        using var trust = new Trust();
        if (arguments.GetValue(transport) is "plain" or "both")
        {
            // Without TLS there is nothing to trust, so one of those that differ only in trust is enough.
            await measureAsync([.. variants.DistinctBy(variant => variant.Target)], trust, false);
        }

        if (arguments.GetValue(transport) is "tls" or "both")
        {
            var left = variants.ToLookup(Trust.Lacks);
            await measureAsync([.. left[null]], trust, true);
            foreach (var variant in variants.Except(left[null]))
            {
                Report.WriteLine($"Left out: {variant.Description}: {Trust.Lacks(variant)}.");
            }

            Report.WriteLine(trust.Description);
        }

        return 0;
    }
    catch (BenchmarkException e)
    {
        Report.EndProgress();
        await Console.Error.WriteLineAsync(e.Message);
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

static Option<string[]> Variants(string[] all)
{
    var option = new Option<string[]>("--variants") { Description = "Which ones.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => all };
    return option.AcceptOnlyFromAmong(all);
}

static void Refuse(System.CommandLine.Parsing.OptionResult result, bool isBad, string message)
{
    if (isBad)
    {
        result.AddError(message);
    }
}
