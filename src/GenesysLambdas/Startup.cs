using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas;

/// <summary>What the function consists of: the lookups, in the generated <see cref="LookupRegistry"/>, and what they run on.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called as the function starts.</summary>
    /// <param name="services">The function's services.</param>
#pragma warning disable CA1822 // AWS's contract: an instance method.
    public void ConfigureServices(IServiceCollection services) => services.AddLookupHost().AddLookups();
#pragma warning restore CA1822
}
