using GenesysLambdas.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas;

/// <summary>The lookups of a suite, each created when it is needed.</summary>
public sealed class LookupRegistry
{
    private readonly List<(Func<LookupContract> Contract, Action<IServiceCollection> Register)> _lookups = [];

    /// <summary>The contracts, in the order of registration.</summary>
    public IReadOnlyList<LookupContract> Contracts => [.. _lookups.Select(lookup => lookup.Contract())];

    /// <summary>Registers a lookup.</summary>
    /// <typeparam name="TLookup">The lookup.</typeparam>
    /// <param name="create">Creates it: reflection over its constructor would cost milliseconds at start.</param>
    /// <returns>This registry.</returns>
    public LookupRegistry Add<TLookup>(Func<LookupHost, TLookup> create)
        where TLookup : class, ILookup
    {
        _lookups.Add((
            () => TLookup.Contract,
            services => services.AddSingleton(provider => create(provider.GetRequiredService<LookupHost>()))));
        return this;
    }

    internal void Register(IServiceCollection services) => _lookups.ForEach(lookup => lookup.Register(services));
}
