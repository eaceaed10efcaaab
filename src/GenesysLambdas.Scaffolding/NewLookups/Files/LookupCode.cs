using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

internal static class LookupCode
{
    private const string Kit = nameof(GenesysLambdas);
    private const string Core = $"{Kit}.{nameof(GenesysLambdas.Core)}";
    private const string NotFound = "The API replied with 404. If it reports \"not found\" in another way, handle that here, too.";
    private const string Accepted = "The change was made, and the reply is empty, as with status 204.";

    public static string Write(NewLookup lookup)
    {
        JsonRecord[] records = [.. lookup.Body is { } body ? [body.Record] : Array.Empty<JsonRecord>(), lookup.Reply.Record];
        var members = records.SelectMany(record => record.AllMembers).ToList();
        var naming = JsonNaming.Of(members);
        var project = SuiteProjects.NamespaceOf(lookup.Files.Projects.Functions);
        return $$"""
            {{Usings(members, project)}}
            namespace {{project}}.Lookups;

            public sealed partial record {{lookup.Class}}Inputs
            {
            {{string.Join("\n\n", lookup.Inputs.Select(Input))}}
            }

            public sealed partial record {{lookup.Class}}Outputs : LookupOutputs
            {
            {{string.Join("\n\n", lookup.Outputs.All.Select(Output))}}
            }

            [Lookup({{CSharp.Literal(lookup.Name)}}, {{CSharp.Literal(lookup.Description)}}, Api = typeof({{lookup.Api.Class}}))]
            public sealed partial class {{lookup.Class}}(LookupHost host) : Lookup<{{lookup.Class}}Inputs, {{lookup.Class}}Outputs>(host, Contract)
            {
                [LambdaFunction(ResourceName = {{CSharp.Literal(lookup.Files.Function)}})]
                public Task<Answer> {{lookup.Method}}(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

                protected override async Task<{{lookup.Class}}Outputs> LookUpAsync({{lookup.Class}}Inputs inputs, ApiCall api)
                {
            {{Ask(lookup)}}
                    return reply switch
                    {
                        // {{(lookup.Writes ? Accepted : NotFound)}}
                        null => new(){{(lookup.Writes ? " { Done = true }" : "")}},
                        // Without these, the reply is something else, such as an error object.
                        {{lookup.Reply.Nothing}} => throw new LookupException(Failure.UnusableReply({{CSharp.Literal(lookup.Unusable)}})),
                        _ => new()
                        {
                            {{lookup.Outputs.Flag.Property}} = true,
            {{string.Concat(lookup.Outputs.All.Where(output => output.Value is not null).Select(Assignment))}}            },
                    };
                }

            {{Sharing(lookup)}}
            }

            {{string.Join('\n', records.Select(record => record.Write(naming)))}}
            [JsonSourceGenerationOptions({{naming.Argument}}Converters = [typeof(ReplyConverter)])]
            {{string.Concat(records.Select(Serializable))}}internal sealed partial class {{lookup.Class}}Json : JsonSerializerContext;

            """;

        string Serializable(JsonRecord record) => $"[JsonSerializable(typeof({record.Name}))]\n";

        string Assignment(NewOutput output) => $"                {output.Property} = {lookup.Reply.Expression(output)},\n";
    }

    private static string Usings(List<JsonMember> members, string project)
    {
        string[] names =
        [
            .. members.Exists(member => member.Type.Contains(nameof(JsonElement), StringComparison.Ordinal)) ? ["System.Text.Json"] : Array.Empty<string>(),
            "System.Text.Json.Serialization", "Amazon.Lambda.Annotations", "Amazon.Lambda.Core",
            // Parent namespaces need no using directive.
            .. $"{project}.".StartsWith($"{Kit}.", StringComparison.Ordinal) ? Array.Empty<string>() : [Kit],
            .. new[] { $"{project}.Apis", $"{Core}.Answers", $"{Core}.Contracts", $"{Core}.ExternalApis", $"{Core}.Requests" }.Order(StringComparer.Ordinal),
        ];
        return string.Concat(names.Select(name => $"using {name};\n"));
    }

    private static string Input(NewInput input) => $$"""
            [Input({{CSharp.Literal(input.Name)}}, {{CSharp.Literal(input.Description)}}{{(input.IsPathSegment ? ", Format = TextFormat.PathSegment" : "")}})]
            public {{(input.IsRequired ? "required " : "")}}{{input.PropertyType}} {{input.Property}} { get; init; }
        """;

    private static string Output(NewOutput output) => $$"""
            [Output({{CSharp.Literal(output.Name)}}, {{CSharp.Literal(output.Description)}})]
            public {{output.PropertyType}} {{output.Property}} { get; init; }{{output.Initializer}}
        """;

    private static string Sharing(NewLookup lookup) => lookup.Writes
        ? "    // Each call makes a change, so none is shared or cached.\n    protected override bool MayShare => false;"
        : $"    protected override bool IsFound({lookup.Class}Outputs outputs) => outputs.Found;";

    private static string Ask(NewLookup lookup)
    {
        const string Indent = "        ";
        var path = $"$\"{lookup.Path.Interpolated}\"";
        var reply = $"{lookup.Class}Json.Default.{lookup.Reply.Record.Name}";
        if (lookup.Body is not { } body)
        {
            return CSharp.WithArguments("var reply = await api.GetAsync", [path, reply], ";", Indent);
        }

        string[] arguments = [path, "body", $"{lookup.Class}Json.Default.{body.Record.Name}", reply];
        return CSharp.WithArguments($"var body = new {body.Record.Name}", body.Arguments, ";", Indent) + '\n'
            + CSharp.WithArguments($"var reply = await api.{(lookup.Writes ? "PostAsync" : "SearchAsync")}", arguments, ";", Indent);
    }
}
