using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>A lookup that is about to be written.</summary>
public sealed class NewLookup
{
    /// <exception cref="ToolException">It cannot be made from this.</exception>
    public NewLookup(NewLookupOptions options, NewApi api)
    {
        (Name, Api, Writes) = (options.Name, api, options.Writes);
        Files = new LookupFiles(options.Name);
        var inputs = new NewInputs($"{Class}Inputs");
        var partNames = new PartNames();
        Path = PathTemplate.Parse(options.Path, inputs);
        Sample = options.Sample;
        Outputs = new NewOutputs($"{Class}Outputs", options.Sample, options.Picks, Writes);
        Reply = new ReplyRecord($"{Class}Reply", Outputs.All, partNames);
        Body = options.Body is { } body ? new BodyTemplate($"{Class}Body", body, inputs, partNames) : null;
        Inputs = inputs.All.Count > 0 ? inputs : throw new ToolException("A lookup has at least one input. Put one into the path or the query, such as {id}, or into the body, such as \"{id}\".");
        Key = Writes ? null : NotFoundKey.Of(inputs.All, Path, options.Body);
        Description = options.Description ?? (Writes ? $"Calls {Call}." : $"Looks up the {string.Join(' ', Words.Of(Name))}.");
    }

    public string Name { get; }

    public string Description { get; }

    /// <summary>The message when the API answers with something else.</summary>
    public string Unusable => $"The external API's answer holds no {string.Join(' ', Words.Of(Name))}";

    public NewApi Api { get; }

    /// <summary>Whether it changes something, and so must not be sent twice.</summary>
    public bool Writes { get; }

    public LookupFiles Files { get; }

    /// <summary>The name of its class.</summary>
    public string Class => Files.Class;

    public string Method => "LookUp" + Class;

    public PathTemplate Path { get; }

    public BodyTemplate? Body { get; }

    public NewInputs Inputs { get; }

    /// <summary>The input by whose value the stand-in finds nothing; null if it always finds something.</summary>
    public NotFoundKey? Key { get; }

    public JsonElement Sample { get; }

    public NewOutputs Outputs { get; }

    public ReplyRecord Reply { get; }

    public string HttpMethod => Body is null ? "GET" : "POST";

    /// <summary>What it calls, for people.</summary>
    public string Call => $"{HttpMethod} {{{Api.Contract.Name}}}{Path.Shown}";

    /// <summary>The contract that the generator will read from its attributes.</summary>
    public LookupContract Contract => new(
        Name,
        Description,
        Files.Function,
        Method,
        Api.Contract,
        [.. Inputs.All.Select(input => input.ToContract()), .. CommonInputs.Contract],
        [.. Outputs.All.Select(output => output.ToContract()), .. Answers.LookupOutputs.Common]);
}
