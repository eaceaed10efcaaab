using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>The inputs record of a lookup. Written by the generator for every partial record with <see cref="InputAttribute"/>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IInputs<out TSelf>
{
    /// <summary>Reads the record's inputs; the reader collects what is wrong with them.</summary>
    /// <param name="reader">The request's inputs.</param>
    static abstract TSelf Read(InputReader reader);
}
