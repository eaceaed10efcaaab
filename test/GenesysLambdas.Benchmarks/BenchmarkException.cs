namespace GenesysLambdas.Benchmarks;

/// <summary>The benchmark cannot go on. The message tells the person at the keyboard why.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
