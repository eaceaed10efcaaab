using System.Runtime.CompilerServices;
using GenesysLambdas.Testing;
using Mono.Cecil;

namespace GenesysLambdas.Tests.Rules;

/// <summary>The lean packages are the part of AWS's API that the suite uses: docs/aws-packages.md says so.</summary>
public sealed class LeanPackagesTests
{
    private const string Lean = "GenesysLambdas.Aws";

    // Whole, because a lookup's file names the first two, and gets the others from them.
    private static readonly Dictionary<string, string> OpenToLookups = new()
    {
        ["Amazon.Lambda.Annotations.LambdaFunctionAttribute"] = "marks a lookup's method",
        ["Amazon.Lambda.Core.ILambdaContext"] = "the method's parameter",
        ["Amazon.Lambda.Core.ILambdaLogger"] = "ILambdaContext.Logger",
        ["Amazon.Lambda.Core.IClientContext"] = "ILambdaContext.ClientContext",
        ["Amazon.Lambda.Core.IClientApplication"] = "IClientContext.Client",
        ["Amazon.Lambda.Core.ICognitoIdentity"] = "ILambdaContext.Identity",
    };

    [Fact]
    public void The_lean_packages_have_no_member_that_nothing_uses()
    {
        var unused = Unused();

        Assert.Equal("", string.Join('\n', unused.Where(member => !OpenToLookups.ContainsKey(member.DeclaringType.FullName)).Select(member => member.FullName)));
        Assert.Equal(OpenToLookups.Keys.Order(), unused.Select(member => member.DeclaringType.FullName).Where(OpenToLookups.ContainsKey).Distinct().Order());
    }

    private static IMemberDefinition[] Unused()
    {
        Assert.SkipWhen(Repository.AwsPackages != "lean", "The suite is built with AWS's own packages.");
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        var modules = new[] { Lean, "GenesysLambdas.Core", "GenesysLambdas" }
            .Select(name => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), new ReaderParameters { AssemblyResolver = resolver }))
            .ToArray();
        var used = modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).SelectMany(Uses).ToHashSet();
        return [.. modules[0].GetTypes().Where(type => !IsGenerated(type)).SelectMany(DeclaredMembers).Where(member => !IsUsed(member, used))];
    }

    /// <summary>The lean packages' members that a method's code refers to, other than the method itself.</summary>
    private static IEnumerable<string> Uses(MethodDefinition method) =>
        from instruction in method.HasBody ? [.. method.Body.Instructions] : Array.Empty<Mono.Cecil.Cil.Instruction>()
        where instruction.Operand is MemberReference { DeclaringType.Scope.Name: Lean or $"{Lean}.dll" }
        let member = ((MemberReference)instruction.Operand).Resolve()
        where member is not null && member.FullName != method.FullName
        select member.FullName;

    // What private members are for, the compiler checks. An override or an implementation is there for what it overrides or implements.
    private static IEnumerable<IMemberDefinition> DeclaredMembers(TypeDefinition type)
    {
        var accessors = type.Properties.SelectMany(property => new[] { property.GetMethod, property.SetMethod }).ToHashSet();
        var methods = type.Methods.Where(method =>
            !method.IsPrivate && !IsInherited(method) && !method.IsRuntime && !accessors.Contains(method) && !IsGenerated(method) && !(method.IsConstructor && method.IsStatic));
        var fields = type.Fields.Where(field => !field.IsPrivate && !field.HasConstant && !field.IsSpecialName);
        var properties = type.Properties.Where(property => property.Name != "EqualityContract" && property.GetMethod is { IsPrivate: false } && !IsInherited(property.GetMethod));
        return [.. methods, .. fields, .. properties];
    }

    // Nobody has to read what a public property is set to: it is AWS's.
    private static bool IsUsed(IMemberDefinition member, HashSet<string> used) => member is PropertyDefinition property
        ? used.Contains(property.GetMethod.FullName) || (property.DeclaringType.IsPublic && property.SetMethod is not null && used.Contains(property.SetMethod.FullName))
        : used.Contains(member.FullName);

    private static bool IsInherited(MethodDefinition method) => method.IsVirtual && (method.IsReuseSlot || method.IsFinal);

    private static bool IsGenerated(ICustomAttributeProvider item) =>
        item.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == typeof(CompilerGeneratedAttribute).FullName);
}
