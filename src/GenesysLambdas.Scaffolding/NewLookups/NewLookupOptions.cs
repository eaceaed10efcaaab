using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>What a new lookup is made from.</summary>
/// <param name="Name">Its name, such as <c>order-status</c>.</param>
/// <param name="Path">What it calls, with its inputs in braces.</param>
/// <param name="Sample">A reply.</param>
/// <param name="Body">The body that it sends with a POST; null: it sends a GET.</param>
/// <param name="Picks">The values of the sample that become outputs; empty: the first of them.</param>
/// <param name="Description">What it finds; null: derived from its name.</param>
/// <param name="Writes">Whether the POST changes something instead of searching.</param>
public sealed record NewLookupOptions(
    string Name, string Path, JsonElement Sample, JsonElement? Body, IReadOnlyList<OutputPick> Picks, string? Description, bool Writes = false);
