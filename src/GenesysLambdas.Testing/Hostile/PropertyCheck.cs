using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>Runs properties with FsCheck. Each run has another seed, which is printed; the environment variable repeats one.</summary>
internal static class PropertyCheck
{
    private const string SeedVariable = "PROPERTY_SEED";

    /// <summary>The seed of this run, which it prints.</summary>
    public static ulong Seed(this ITestOutputHelper output)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), out var given) ? given : (ulong)Random.Shared.NextInt64();
        output.WriteLine(Repeat(seed));
        return seed;
    }

    /// <summary>How to repeat a run.</summary>
    public static string Repeat(ulong seed) => $"To repeat it, set {SeedVariable}={seed}.";

    /// <summary>Checks that something holds for cases of a kind.</summary>
    /// <param name="output">Where the seed is printed.</param>
    /// <param name="cases">How many.</param>
    /// <param name="kind">The cases.</param>
    /// <param name="holds">Throws where it does not hold.</param>
    public static async Task ForAllAsync<T>(this ITestOutputHelper output, int cases, Gen<T> kind, Action<T> holds)
    {
        var seed = output.Seed();
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(cases)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        var property = Prop.ForAll(kind.ToArbitrary(), holds);
        try
        {
            // FsCheck blocks its thread, which must not be one that the other tests' work waits for.
            await Task.Factory.StartNew(() => Check.One(config, property), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (Exception exception)
        {
            throw new XunitException(Repeat(seed), exception);
        }
    }
}
