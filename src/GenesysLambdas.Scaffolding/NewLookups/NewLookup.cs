using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups;

internal sealed record NewLookupOptions(LookupFiles Files, string Path, JsonElement Sample)
{
    public JsonElement? Body { get; init; }

    public IReadOnlyList<OutputPick> Picks { get; init; } = [];

    public string? Description { get; init; }

    public bool Writes { get; init; }
}

internal sealed class NewLookup
{
    public NewLookup(NewLookupOptions options, NewApi api)
    {
        (Files, Sample, Api, Writes) = (options.Files, options.Sample, api, options.Writes);
        var inputs = new NewInputs($"{Class}Inputs");
        var partNames = new Identifiers();
        Path = PathTemplate.Parse(options.Path, inputs);
        Outputs = new NewOutputs($"{Class}Outputs", options.Sample, options.Picks, Writes);
        Reply = new ReplyRecord($"{Class}Reply", Outputs.All, partNames);
        Body = options.Body is { } body ? new BodyTemplate($"{Class}Body", body, inputs, partNames) : null;
        Inputs = inputs.All.Count > 0 ? inputs.All : throw new ToolException(
            "A lookup needs at least one input. Put one in the path or the query, such as {id}, or in the body, such as \"{id}\".");
        NotFoundKey = Writes ? null : NotFoundKey.Of(Inputs, Path, options.Body);
        Description = options.Description ?? $"Calls {Call}.";
        if (api.Contract.Auth.Split(':', 2) is ["query", var parameter] && TokenPlace.IsSent(Path.Shown, parameter))
        {
            throw new ToolException($"{Call} already sends {parameter}, so the token cannot be in a parameter of that name.");
        }
    }

    public string Name => Files.Lookup;

    public string Description { get; }

    /// <summary>The error message for a reply that contains none of the expected values.</summary>
    public string Unusable => $"The external API's reply contains nothing that {Name} can use";

    public NewApi Api { get; }

    public bool Writes { get; }

    public LookupFiles Files { get; }

    public string Class => Files.Class;

    public string Method => "LookUp" + Class;

    public PathTemplate Path { get; }

    public BodyTemplate? Body { get; }

    public IReadOnlyList<NewInput> Inputs { get; }

    /// <summary>Null if the stand-in always finds something.</summary>
    public NotFoundKey? NotFoundKey { get; }

    public JsonElement Sample { get; }

    public NewOutputs Outputs { get; }

    public ReplyRecord Reply { get; }

    public string HttpMethod => Body is null ? "GET" : "POST";

    public string Call => $"{HttpMethod} {{{Api.Contract.Name}}}{Path.Shown}";

    public LookupContract Contract => new(
        Name,
        Description,
        Api.Contract,
        [.. Inputs.Select(input => input.ToContract()), .. CommonInputs.Contract],
        [.. Outputs.All.Select(output => output.ToContract()), .. GenesysLambdas.Core.Answers.LookupOutputs.Common])
    {
        Function = Files.Function,
        Method = Method,
    };
}
