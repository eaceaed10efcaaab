namespace GenesysLambdas.Load;

/// <summary>How much load, and on what.</summary>
/// <param name="Invocations">In all.</param>
/// <param name="Concurrency">At once; Genesys Cloud runs at most 50 data actions at once.</param>
/// <param name="Processes">Among how many processes they are divided: 1 is Lambda's multi-concurrency, as many as <paramref name="Concurrency"/> is Lambda otherwise.</param>
internal sealed record LoadOptions(int Invocations, int Concurrency, int Processes);
