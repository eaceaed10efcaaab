using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Scaffolding.NewLookups.Files;

namespace GenesysLambdas.Commands;

internal sealed class NewCommand(Suite suite, Terminal terminal)
{
    private readonly Argument<string> _name = new("lookup") { Description = "Its name, such as user-lookup." };

    private readonly Option<string?> _get = Options.Text(
        "--get", "PATH",
        "The path to get, in quotes, with inputs in braces: '/v1/orders/{order_id}?limit={limit:integer?}'. "
        + "A type (string, integer, number, boolean) can follow a colon; ? makes a query input optional. "
        + "Add https://host in front to set the API's default address.");

    private readonly Option<string?> _search = Options.Text(
        "--search", "PATH",
        "The path of a search: a POST that changes nothing. It is retried and may be cached, like --get.");

    private readonly Option<string?> _post = Options.Text(
        "--post", "PATH",
        "The path of a POST that creates or changes something. It is retried only if it was certainly not performed, and never cached.");

    private readonly Option<string?> _body = Options.Text(
        "--body", "FILE",
        "With --search or --post: a file with a JSON object. Strings such as \"{customer_id}\" or \"{limit:integer?}\" are inputs.");

    private readonly Option<string> _sample = new("--sample")
    {
        HelpName = "FILE",
        Description = "A sample reply of the API: a JSON object, such as curl saves it.",
        Required = true,
    };

    private readonly Option<string[]> _pick = Options.Texts(
        "--pick", "NAME=PATH",
        "A value of the reply to return, such as city=$.data.addresses[0].city; can be repeated. [default: the first ten]");

    private readonly Option<string?> _api = Options.Text(
        "--api", "NAME_API",
        "The API to call, existing or new. [default: a new one, named after the lookup]");

    private readonly Option<string?> _auth = Options.Text(
        "--auth", "HOW",
        "How a new API expects its token: bearer, header:<name> or query:<name>. [default: bearer]");

    private readonly Option<string?> _description = Options.Text("--description", "TEXT", "What the lookup finds, in one sentence.");
    private readonly Option<string?> _root = Options.Root();

    public Command Create() => ToolCommand.Create(
        "new",
        "Writes a new lookup from a sample reply: the code, a stand-in that returns the sample, example requests and tests. "
        + "Then updates the generated files, like 'generate'.",
        [_name, _get, _search, _post, _body, _sample, _pick, _api, _auth, _description, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var repository = suite.In(result.GetValue(_root));
        repository.CheckSources();
        KnownStandIn[] standIns = [.. suite.StandIns.Select(standIn => new KnownStandIn(standIn.Api, standIn.Secret, () => StandInCatalog.RoutesOf(standIn)))];
        var plan = NewLookupPlan.Create(repository, suite.Code, standIns, Read(result));
        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(repository.Root, plan.Changes);
        await terminal.Out.WriteAsync(plan.Report);
        foreach (var warning in SuiteFiles.Warnings(repository.Root, plan.Changes))
        {
            await terminal.Error.WriteLineAsync(warning);
        }

        return ExitCode.Success;
    }

    private NewLookupArguments Read(ParseResult result)
    {
        Option<string?>[] given = [.. new[] { _get, _search, _post }.Where(option => result.GetValue(option) is not null)];
        var body = result.GetValue(_body);
        var request = (given, body) switch
        {
            ([], _) => throw new ToolException("Specify --get '/path/{input}', or --search or --post '/path' with --body <file>."),
            ([var one, .., var other], _) => throw new ToolException($"Use either {one.Name} or {other.Name}, not both."),
            ([var option], null) when option != _get => throw new ToolException($"{option.Name} needs a body: --body <file>."),
            ([var option], { }) when option == _get => throw new ToolException("--body can only be used with --post or --search."),
            ([var option], _) => option,
        };
        return new()
        {
            Name = result.GetRequiredValue(_name),
            Path = result.GetValue(request)!,
            Sample = result.GetRequiredValue(_sample),
            Body = body,
            Writes = request == _post,
            Picks = result.GetRequiredValue(_pick),
            Api = result.GetValue(_api),
            Auth = result.GetValue(_auth),
            Description = result.GetValue(_description),
        };
    }
}
