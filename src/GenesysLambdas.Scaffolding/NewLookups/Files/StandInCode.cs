using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

internal static class StandInCode
{
    public static string Write(NewLookup lookup)
    {
        var api = lookup.Api;
        var exception = lookup.NotFoundKey is { } key ? $", unless {key.Input.Name} is {NotFoundKey.Value}" : "";
        var token = api.Secret is null ? "" : $"; requires {api.TokenInWords}";
        var map = lookup.Body is null ? "MapGet" : "MapPost";
        return $$"""
            namespace {{SuiteProjects.NamespaceOf(lookup.Files.Projects.CommandLine)}}.StandIns;

            /// <summary>Replies with Samples/{{lookup.Name}}.json{{exception}}{{token}}.</summary>
            internal sealed class {{lookup.Class}}StandIn : IStandIn
            {
                public string Api => {{CSharp.Literal(api.Contract.Name)}};

                public string? Secret => {{(api.Secret is { } secret ? $"\"\"\"{secret}\"\"\"" : "null")}};

                public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.{{map}}({{CSharp.Literal(lookup.Path.Route)}}, {{Answer(lookup)}});
            }

            """;
    }

    private static string Answer(NewLookup lookup)
    {
        string[] checks =
        [
            .. lookup.Api.Secret is null ? Array.Empty<string>() : [$"!{lookup.Api.TokenCheck} ? context.AnswerAsync(StatusCodes.Status401Unauthorized, [])"],
            .. lookup.NotFoundKey is { } key
                ? [$"{key.Expression} == \"{NotFoundKey.Value}\" ? context.AnswerAsync(StatusCodes.Status404NotFound, [])"]
                : Array.Empty<string>(),
            $"this.AnswerWithSampleAsync(context, {CSharp.Literal(lookup.Name)})",
        ];
        return lookup.NotFoundKey is not { IsInBody: true }
            ? $"context =>\n        {string.Join("\n        : ", checks)}"
            : $$"""
                async context =>
                    {
                        var body = await context.ReadAsync();
                        await ({{string.Join("\n            : ", checks)}});
                    }
                """;
    }
}
