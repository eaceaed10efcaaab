using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class OutputsSource
{
    private static readonly ImmutableHashSet<string> Common = ["success", "statusCode", "errorCode", "errorMessage"];

    public static GeneratedSource Create(INamedTypeSymbol record)
    {
        var fields = Field.ReadAll(record, KnownTypes.Output);
        var problems = Field.TextProblems(record, fields, Common)
            .Concat(PartialTypes.Problems(record))
            .Concat(RecordProblems(record))
            .Concat(fields.SelectMany(OutputLimits.Problems))
            .Concat(from field in fields
                    where !IsSupported(field.Property.Type)
                    select Problem.Type(field, "output", "string, int, long, decimal, bool or IReadOnlyList<string>"))
            .ToImmutableArray();
        return GeneratedSource.Create(record, problems.IsEmpty ? Body(record, fields) : "", problems);
    }

    private static string Body(INamedTypeSymbol record, ImmutableArray<Field> fields) => $$"""
        partial record {{record.Name}}
        {
            /// <summary>The lookup's own outputs in the order of their declaration, then the common four.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::GenesysLambdas.Core.Contracts.OutputContract> Contract { get; } =
            [
        {{string.Join("\n", fields.Select(ContractItem))}}
                .. global::GenesysLambdas.Core.Answers.LookupOutputs.Common,
            ];

            /// <inheritdoc/>
            protected override void ShowOwn(global::GenesysLambdas.Core.Answers.OutputVisitor outputs)
            {
        {{string.Join("\n", fields.Select(Show))}}
            }
        }
        """;

    private static string ContractItem(Field field)
    {
        var element = ContractTypes.Element(field.Property.Type);
        var type = ContractTypes.Name(element ?? field.Property.Type);
        return $"        new({Literals.Text(field.Name)}, global::GenesysLambdas.Core.Contracts.ContractType.{type}, "
            + $"IsArray: {Literals.Boolean(element is not null)}, {Literals.Text(field.Description)}){ContractMembers(field)},";
    }

    private static string ContractMembers(Field field)
    {
        var members = OutputLimits.Given(field).Select(limit => $"{limit.Name} = {limit.Value}").Concat(OutputLimits.IsJson(field) ? ["IsJson = true"] : []);
        return string.Join(", ", members) is { Length: > 0 } given ? $" {{ {given} }}" : "";
    }

    private static string Show(Field field)
    {
        var (method, limits) = ContractTypes.Element(field.Property.Type) is not null ? ("Texts", OutputLimits.OfArray) : field.Property.Type.SpecialType switch
        {
            SpecialType.System_String when OutputLimits.IsJson(field) => ("Json", []),
            SpecialType.System_String => ("Text", OutputLimits.OfString),
            SpecialType.System_Boolean => ("Boolean", []),
            SpecialType.System_Decimal => ("Number", []),
            _ => ("Integer", []),
        };
        string[] arguments = [Literals.Utf8(field.Name), field.Property.Name, .. limits.Select(limit => OutputLimits.Argument(field, limit))];
        return $"        outputs.{method}({string.Join(", ", arguments)});";
    }

    private static bool IsSupported(ITypeSymbol type) => ContractTypes.Element(type) is { } element
        ? element.SpecialType == SpecialType.System_String
        : ContractTypes.Reader(type) is not null && !ContractTypes.IsJson(type);

    private static IEnumerable<Problem> RecordProblems(INamedTypeSymbol record)
    {
        if (record.BaseType?.ToDisplayString() != KnownTypes.OutputsBase)
        {
            yield return Problem.At(Problem.NotOutputs, record, record.Name);
        }
    }
}
