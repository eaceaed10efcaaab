namespace GenesysLambdas.DataActions;

/// <summary>A JSON schema compiled into checks: a data action's input contract or part of it.</summary>
/// <param name="type">Checks the type, and reports a violation.</param>
/// <param name="checks">The schema's other checks for a value of that type.</param>
internal sealed class PayloadSchema(Func<CheckedJson, bool>? type, IReadOnlyList<Action<CheckedJson>> checks)
{
    /// <summary>Checks a payload. It must be an object, whatever the schema says: a data action has named inputs.</summary>
    /// <returns>Every violation.</returns>
    public IReadOnlyList<Violation> Check(JsonElement payload)
    {
        var root = new CheckedJson(payload);
        if (root.MustBeObject())
        {
            Check(root);
        }

        return root.Violations;
    }

    public void Check(CheckedJson value)
    {
        if (type?.Invoke(value) == false)
        {
            return;
        }

        if (value.Json.ValueKind == JsonValueKind.Object)
        {
            value.MustBeRecord();
        }

        foreach (var check in checks)
        {
            check(value);
        }
    }
}
