namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>A stand-in that the suite has already.</summary>
/// <param name="Api">The prefix of its API's settings.</param>
/// <param name="Secret">The first value of its secret; null: it needs none.</param>
/// <param name="Routes">Finds the paths and HTTP methods that it answers.</param>
public sealed record KnownStandIn(string Api, string? Secret, Func<IReadOnlyList<(string Path, IReadOnlyList<string> Methods)>> Routes);
