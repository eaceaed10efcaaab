using System.CommandLine;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Scaffolding.NewLookups.Files;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Commands;

/// <summary><c>new</c>: writes a lookup from a reply of its API.</summary>
internal sealed class NewCommand(Suite suite, Terminal terminal)
{
    private readonly IReadOnlyList<LookupContract> _contracts = suite.Contracts;

    private readonly Argument<string> _name = new("lookup") { Description = "Its name, such as user-lookup." };

    private readonly Option<string?> _get = new("--get")
    {
        HelpName = "PATH",
        Description = "The path to get, in quotes, with the inputs in braces: '/v1/orders/{order_id}?limit={limit:integer?}'. A type (string, integer, number, boolean) follows a colon; ? makes an input of the query optional. "
            + "With https://host before it, that is the API's address by default.",
    };

    private readonly Option<string?> _search = new("--search")
    {
        HelpName = "PATH",
        Description = "The path of a search that is a POST and changes nothing. It is retried, and its results may be cached, like those of --get.",
    };

    private readonly Option<string?> _post = new("--post")
    {
        HelpName = "PATH",
        Description = "The path of a POST that creates or changes something. It is retried only if it cannot have been performed, and never cached.",
    };

    private readonly Option<string?> _body = new("--body")
    {
        HelpName = "FILE",
        Description = "With --search or --post: a JSON object. A string in it such as \"{customer_id}\" or \"{limit:integer?}\" is an input.",
    };

    private readonly Option<string> _sample = new("--sample") { HelpName = "FILE", Description = "A reply of the API, as curl saves it: a JSON object.", Required = true };

    private readonly Option<string[]> _pick = new("--pick")
    {
        HelpName = "NAME=PATH",
        Description = "A value of the reply to answer with, such as city=$.data.addresses[0].city; repeat it for more. [default: the first ten]",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _api = new("--api") { HelpName = "NAME_API", Description = "The API that it calls: one that other lookups call, or a new one. [default: one of its own, called after it]" };

    private readonly Option<string?> _auth = new("--auth") { HelpName = "HOW", Description = "How a new API wants its token: bearer, header:<name> or query:<name>. [default: bearer]" };

    private readonly Option<string?> _description = new("--description") { HelpName = "TEXT", Description = "What it finds, in a sentence." };

    private readonly Option<string?> _root = GenerateCommand.Root();

    public Command Create() => CommandLine.Create(
        "new",
        "Writes a lookup from a reply of its API: the code, a stand-in that answers with that reply, example requests and tests. Then does what 'generate' does.",
        [_name, _get, _search, _post, _body, _sample, _pick, _api, _auth, _description, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var root = result.GetValue(_root) ?? "";
        SourceLookups.Check(root, _contracts);
        var lookup = Read(root, result);
        var changes = NewLookupFiles.Changes(root, lookup, _contracts);
        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(root, changes);
        await terminal.Out.WriteAsync(NewLookupReport.Write(lookup, changes));
        foreach (var warning in SuiteFiles.Warnings(root, changes))
        {
            await terminal.Error.WriteLineAsync(warning);
        }

        return ExitCode.Success;
    }

    private NewLookup Read(string root, ParseResult result)
    {
        var name = result.GetRequiredValue(_name);
        LookupName.Check(name, _contracts, suite.Code);
        var apiName = result.GetValue(_api) ?? LookupName.ApiOf(name);
        LookupName.CheckApi(apiName);
        var (path, body, writes) = Request(result);
        var options = new NewLookupOptions(
            name,
            path,
            SampleFile.Read(result.GetRequiredValue(_sample)),
            body is null ? null : SampleFile.Read(body),
            [.. result.GetRequiredValue(_pick).Select(OutputPick.Parse)],
            Sentence(result.GetValue(_description)),
            writes);
        KnownStandIn[] standIns = [.. suite.StandIns.Select(standIn => new KnownStandIn(standIn.Api, standIn.Secret, () => StandInCatalog.RoutesOf(standIn)))];
        var api = NewApi.Of(apiName, PathTemplate.BaseUrlOf(path), Auth(result.GetValue(_auth)), KnownApi.Find(root, apiName, _contracts, standIns));
        var lookup = new NewLookup(options, api);
        LookupName.CheckClass(lookup, suite.Code);
        CheckToken(lookup);
        StandInRoutes.Check(lookup, standIns);
        return lookup;
    }

    private (string Path, string? Body, bool Writes) Request(ParseResult result)
    {
        Option<string?>[] given = [.. new[] { _get, _search, _post }.Where(option => result.GetValue(option) is not null)];
        return (given, result.GetValue(_body)) switch
        {
            ([], _) => throw new ToolException("Specify --get '/path/{input}', or --search or --post '/path' with --body <file>."),
            ([var one, .., var other], _) => throw new ToolException($"Give either {one.Name} or {other.Name}."),
            ([var option], null) when option != _get => throw new ToolException($"{option.Name} needs a body: --body <file>."),
            ([var option], { }) when option == _get => throw new ToolException("--body goes with --post or --search, not with --get."),
            ([var option], var body) => (result.GetValue(option)!, body, option == _post),
        };
    }

    private static void CheckToken(NewLookup lookup)
    {
        if (lookup.Api.Contract.Auth.Split(':', 2) is ["query", var parameter] && TokenPlace.IsSent(lookup.Path.Shown, parameter))
        {
            throw new ToolException($"{lookup.Call} already sends {parameter}, so the token cannot be in a parameter of that name.");
        }
    }

    private static string? Auth(string? auth) => auth switch
    {
        null or "bearer" => auth,
        _ when auth.Split(':', 2) is ["header", var header] && TokenPlace.IsReserved(header) =>
            throw new ToolException($"The token cannot be in the header {header}: it must be {TokenPlace.UsableHeader}."),
        _ when auth.Split(':', 2) is ["header" or "query", { Length: > 0 } name] && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') => auth,
        _ => throw new ToolException(
            $"'{auth}' is not one of bearer, header:<name> and query:<name>. "
            + "Basic authentication and OAuth2 are set in the [ExternalApi] attribute of the class that comes out."),
    };

    private static string? Sentence(string? description)
    {
        // Lambda's limit.
        const int MostCharacters = 256;
        var sentence = description?.Trim() is { Length: > 0 } text ? text.TrimEnd('.') + '.' : null;
        if (sentence?.FirstOrDefault(PlainText.Reorders) is { } unseen and not '\0')
        {
            throw new ToolException($"The description contains U+{(int)unseen:X4}, an invisible character that reorders the text around it. Remove it.");
        }

        return sentence is { Length: > MostCharacters } || sentence?.Any(char.IsControl) == true
            ? throw new ToolException($"The description must be one line of up to {MostCharacters} characters.")
            : sentence;
    }
}
