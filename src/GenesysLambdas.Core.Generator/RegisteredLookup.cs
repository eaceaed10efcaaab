namespace GenesysLambdas.Core.Generator;

/// <param name="Id">See <see cref="Problem.Id"/>.</param>
internal record RegisteredFunction(string Type, string Method, string Id);

internal sealed record RegisteredLookup(string Name, string Type, string Method, string Id) : RegisteredFunction(Type, Method, Id);
