using System.ComponentModel;

namespace GenesysLambdas.Core.Answers;

/// <summary>Visits every output of an answer, in order. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OutputVisitor
{
    private protected OutputVisitor()
    {
    }

    /// <summary>Visits a string; null counts as <c>""</c>, because Architect mishandles null.</summary>
    public abstract void Text(ReadOnlySpan<byte> name, string? value, int maxLength);

    /// <summary>Visits an array of strings; null counts as empty.</summary>
    public abstract void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string?>? values, int maxLength, int maxItems);

    /// <summary>Visits JSON text, which is passed on unchanged.</summary>
    public abstract void Json(ReadOnlySpan<byte> name, string? value);

    public virtual void Integer(ReadOnlySpan<byte> name, long value)
    {
    }

    public virtual void Number(ReadOnlySpan<byte> name, decimal value)
    {
    }

    public virtual void Boolean(ReadOnlySpan<byte> name, bool value)
    {
    }
}
