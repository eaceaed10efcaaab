using System.Reflection;
using Amazon.Lambda.Annotations;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Tests.Support;

/// <summary>A lookup's class, found by reflection, so that a new one is covered without being listed.</summary>
internal sealed record LookupUnderTest(Type Type, MethodInfo Method, LookupContract Contract)
{
    public static IReadOnlyList<LookupUnderTest> All { get; } =
    [
        .. from type in typeof(Startup).Assembly.GetTypes()
           where type.IsAssignableTo(typeof(ILookup))
           let method = Assert.Single(type.GetMethods(), method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
           let contract = (LookupContract)type.GetProperty(nameof(ILookup.Contract))!.GetValue(null)!
           orderby contract.Name
           select new LookupUnderTest(type, method, contract),
    ];

    public static LookupUnderTest Named(string name) => All.Single(lookup => lookup.Contract.Name == name);

    /// <summary>Without those that every lookup has, which it does not read.</summary>
    public IReadOnlyList<InputContract> OwnInputs => [.. Contract.Inputs.Except(CommonInputs.Contract)];

    /// <summary>For theories over every lookup.</summary>
    public static TheoryData<string> Names => [.. All.Select(lookup => lookup.Contract.Name)];
}
