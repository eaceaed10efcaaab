using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>Runs properties with FsCheck. Each run has a different seed, which is printed; set the environment variable to repeat one.</summary>
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

    public static string Repeat(ulong seed) => $"To repeat it, set {SeedVariable}={seed}.";

    /// <summary>Checks that something holds for generated cases.</summary>
    /// <param name="holds">Throws if it does not hold.</param>
    public static async Task ForAllAsync<T>(this ITestOutputHelper output, int cases, Gen<T> kind, Action<T> holds)
    {
        var seed = output.Seed();
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(cases)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        var property = Prop.ForAll(kind.ToArbitrary(), holds);
        try
        {
            // FsCheck blocks its thread, so it needs one of its own.
            await Task.Factory.StartNew(() => Check.One(config, property), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (Exception exception)
        {
            throw new XunitException(Repeat(seed), exception);
        }
    }
}
