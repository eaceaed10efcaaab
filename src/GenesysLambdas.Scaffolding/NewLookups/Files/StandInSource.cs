using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

/// <summary>The C# of a new lookup's stand-in, which answers with the sample.</summary>
internal static class StandInSource
{
    public static string Write(NewLookup lookup)
    {
        var (api, key) = (lookup.Api, lookup.Key);
        return $$"""
            namespace GenesysLambdas.Cli.StandIns;

            /// <summary>Answers with Samples/{{lookup.Name}}.json{{(key is null ? "" : $", unless {key.Input.Name} is {NotFoundKey.Value}")}}{{(api.Secret is null ? "" : $"; wants {api.TokenPlace}")}}.</summary>
            internal sealed class {{lookup.Class}}StandIn : IStandIn
            {
                public string Api => {{CSharp.Literal(api.Contract.Name)}};

                public string? Secret => {{(api.Secret is { } secret ? $"\"\"\"{secret}\"\"\"" : "null")}};

                public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.Map{{(lookup.Body is null ? "Get" : "Post")}}({{CSharp.Literal(lookup.Path.Route)}}, {{Answer(lookup)}});
            }

            """;
    }

    private static string Answer(NewLookup lookup)
    {
        string[] checks =
        [
            .. lookup.Api.Secret is null ? Array.Empty<string>() : [$"!{lookup.Api.TokenCheck} ? context.AnswerAsync(StatusCodes.Status401Unauthorized, [])"],
            .. lookup.Key is { } key ? [$"{key.Expression} == \"{NotFoundKey.Value}\" ? context.AnswerAsync(StatusCodes.Status404NotFound, [])"] : Array.Empty<string>(),
            $"this.AnswerWithSampleAsync(context, {CSharp.Literal(lookup.Name)})",
        ];
        return lookup.Key is not { IsInBody: true }
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
