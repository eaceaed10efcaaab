using Amazon.Lambda.Annotations;
using GenesysLambdas.Lookups;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas;

/// <summary>What the function consists of.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Every lookup of the suite.</summary>
    public static LookupRegistry Lookups { get; } = new LookupRegistry()
        .Add(host => new UserLookup(host))
        .Add(host => new CustomerProfile(host))
        .Add(host => new CurrentWeather(host))
        .Add(host => new CustomerByPhone(host))
        .Add(host => new ContactByPhone(host))
        .Add(host => new InvokeDataAction(host))
        .Add(host => new ListInvocations(host));

    /// <summary>Called as the function starts.</summary>
    /// <param name="services">The function's services.</param>
#pragma warning disable CA1822 // AWS's contract: an instance method.
    public void ConfigureServices(IServiceCollection services) => services.AddLookups(Lookups);
#pragma warning restore CA1822
}
