using System.CommandLine;
using GenesysLambdas.Load;

var invocations = new Option<int>("--invocations") { Description = "How many.", DefaultValueFactory = _ => 200_000 };
var concurrency = new Option<int>("--concurrency") { Description = "How many at once. Genesys Cloud runs at most 50 data actions at once.", DefaultValueFactory = _ => 50 };
var processes = new Option<int>("--processes") { Description = "Among how many processes they are divided.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Runs a lookup under load and faults, and says which promises of docs/reliability.md do not hold. Needs Linux.") { invocations, concurrency, processes };
command.SetAction(async (arguments, cancellationToken) =>
{
    var options = new LoadOptions(arguments.GetValue(invocations), arguments.GetValue(concurrency), arguments.GetValue(processes));
    var figures = await new LoadTest(options).RunAsync(cancellationToken);
    figures.Write(Console.Out);
    var broken = figures.Broken().ToList();
    broken.ForEach(promise => Console.Error.WriteLine($"Broken: {promise}."));
    return broken.Count == 0 ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
