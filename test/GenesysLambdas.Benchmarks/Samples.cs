namespace GenesysLambdas.Benchmarks;

/// <summary>Measurements of one thing.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Minimum => _sorted[0];

    public double Median => Percentile(50);

    public double Percentile(int percent) => _sorted[Math.Max(0, (int)Math.Ceiling(_sorted.Length * percent / 100.0) - 1)];
}
