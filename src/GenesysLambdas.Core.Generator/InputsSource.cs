using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class InputsSource
{
    private static readonly ImmutableHashSet<string> Reserved = ["orgId", "integrationId", "rawRequest", "conversationId"];

    public static GeneratedSource Create(INamedTypeSymbol record)
    {
        var fields = Field.ReadAll(record, KnownTypes.Input);
        var problems = Field.TextProblems(record, fields, Reserved)
            .Concat(PartialTypes.Problems(record))
            .Concat(fields.SelectMany(FieldProblems))
            .ToImmutableArray();
        return GeneratedSource.Create(record, problems.IsEmpty ? Body(record, fields) : "", problems);
    }

    private static string Body(INamedTypeSymbol record, ImmutableArray<Field> fields) => $$"""
        partial record {{record.Name}} : global::GenesysLambdas.Core.Requests.IInputs<{{record.Name}}>
        {
            /// <summary>The lookup's own inputs in the order of their declaration, then the common ones.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::GenesysLambdas.Core.Contracts.InputContract> Contract { get; } =
            [
        {{string.Join("\n", fields.Select(ContractItem))}}
                .. global::GenesysLambdas.Core.Contracts.CommonInputs.Contract,
            ];

            /// <inheritdoc/>
            public static {{record.Name}} Read(global::GenesysLambdas.Core.Requests.InputReader reader) => new()
            {
        {{string.Join("\n", fields.Select((field, i) => $"        {field.Property.Name} = {ReadCall(field, i)},"))}}
            };
        }
        """;

    private static string ContractItem(Field field)
    {
        var members = new List<string>
        {
            $"Name = {Literals.Text(field.Name)}",
            $"Type = global::GenesysLambdas.Core.Contracts.ContractType.{ContractTypes.Name(field.Type)}",
            $"Description = {Literals.Text(field.Description)}",
            $"Required = {Literals.Boolean(field.Property.IsRequired)}",
        };
        if (field["Default"] is { } value)
        {
            members.Add($"Default = {Literals.Text(Literals.Json(value))}");
        }

        members.AddRange(from length in InputBounds.Lengths(field) select $"{length.Name} = {length.Value}");
        members.AddRange(from bound in InputBounds.Numbers(field) select $"{bound.Name} = {Literals.Double(bound.Value)}");
        if (ContractTypes.IsJson(field.Type))
        {
            members.Add("Format = global::GenesysLambdas.Core.Contracts.TextFormat.Json");
        }
        else if (field["Format"] is int format)
        {
            members.Add($"Format = (global::GenesysLambdas.Core.Contracts.TextFormat){format}");
        }

        if (field["Missing"] is string missing)
        {
            members.Add($"Missing = {Literals.Text(missing)}");
        }

        return $"        new() {{ {string.Join(", ", members)} }},";
    }

    private static string ReadCall(Field field, int index)
    {
        var fallback = field["Default"] is { } value ? ", " + Fallback(field, value) : "";
        var cast = field.Type.SpecialType == SpecialType.System_Int32 ? "(int)" : "";
        var call = $"{cast}reader.{ContractTypes.Reader(field.Type)}(Contract[{index}]{fallback})";
        return field.IsNullable ? $"reader.IsGiven(Contract[{index}]) ? {call} : null" : call;
    }

    private static string Fallback(Field field, object value) => value switch
    {
        string text => Literals.Text(text),
        _ when field.Type.SpecialType == SpecialType.System_Decimal => Literals.Json(value) + "m",
        _ => Literals.Json(value),
    };

    private static IEnumerable<Problem> FieldProblems(Field field)
    {
        if (ContractTypes.Reader(field.Type) is null)
        {
            yield return Problem.Type(field, "input", "string, int, long, decimal or bool, each also with a question mark, or JsonElement");
        }
        else if (field.IsNullable && field.Property.IsRequired)
        {
            yield return Problem.At(Problem.RequiredNullable, field.Property, field.Name);
        }
        else if (InputBounds.Problems(field).FirstOrDefault() is { } problem)
        {
            yield return problem;
        }
        else if (InputDefault.Requirement(field) is { } requirement)
        {
            yield return Problem.At(Problem.WrongDefault, field.Property, field.Name, requirement);
        }
    }
}
