using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

internal static class TestsCode
{
    public static string Write(NewLookup lookup) => $$"""
        using GenesysLambdas.Testing.Lookups;

        namespace {{SuiteProjects.NamespaceOf(lookup.Files.Projects.Tests)}}.Lookups;

        public sealed class {{lookup.Class}}Tests() : {{(lookup.Writes ? "SampleWriteTests" : "SampleReadTests")}}({{CSharp.Literal(lookup.Name)}})
        {
            protected override string Request => {{Request(lookup, _ => true)}};
        {{Optional(lookup)}}
            protected override string UnusableReply => {{CSharp.Literal(lookup.Unusable)}}{{(lookup.Writes ? " + MayHaveRun" : "")}};
        }

        """;

    private static string Optional(NewLookup lookup) => lookup.Inputs.All(input => input.IsRequired) ? "" : $$"""

            protected override string RequestWithoutOptionalInputs => {{Request(lookup, input => input.IsRequired)}};

        """;

    private static string Request(NewLookup lookup, Func<NewInput, bool> isGiven)
    {
        var line = $"{lookup.HttpMethod} {lookup.Path.Target(input => isGiven(input) ? input.Example : null)}";
        return lookup.Body is { } body
            ? $"\"\"\"{line} {Examples.Compact(body.Sent(input => isGiven(input) ? input.ExampleJson : null))}\"\"\""
            : CSharp.Literal(line);
    }
}
