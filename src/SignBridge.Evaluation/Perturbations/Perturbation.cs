using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SignBridge.Video;

namespace SignBridge.Evaluation.Perturbations;

/// <summary>A worse camera, network or signer at one level, applied to a sample before it is recognised.</summary>
/// <remarks>What is random depends on the seed, the sample and <see cref="Name"/>, not on the level: what a low level drops, a higher one drops
/// too, so that the curve over the levels shows the level and not the luck. The same input gives the same output on every machine.</remarks>
public sealed class Perturbation
{
    private readonly Func<PoseSequence, Random, PoseSequence>? _poses;
    private readonly Func<IFrameSource, Random, IFrameSource>? _frames;
    private readonly string _unit;

    internal Perturbation(PerturbationKind kind, double? value)
    {
        (Name, Value, _unit) = (kind.Name, value, kind.Unit);
        _poses = kind.Poses is { } poses ? (sequence, random) => poses(sequence, value ?? 0, random) : null;
        _frames = kind.Frames is { } frames ? (source, random) => frames(source, value ?? 0, random) : null;
    }

    /// <summary>What <c>--perturb</c> calls it, for example <c>drop</c>.</summary>
    public string Name { get; }

    /// <summary>The level in the unit of the perturbation; null where it has none.</summary>
    public double? Value { get; }

    /// <summary>The level as a table shows it, for example <c>0.1 of the frames</c>; empty where it has none.</summary>
    public string Level => Value is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) + _unit : "";

    /// <summary>Whether it changes pictures and so needs a video; otherwise it changes poses, those of a video as well.</summary>
    public bool NeedsFrames => _frames is not null;

    /// <summary>Changes poses; those given stay as they are.</summary>
    /// <param name="poses">At any rate.</param>
    /// <param name="sampleId">The sample that they are of.</param>
    /// <param name="seed">That of the run.</param>
    /// <exception cref="SignBridgeException">It changes pictures, or has no rule for these landmarks (<see cref="FailureKind.Input"/>).</exception>
    public PoseSequence Apply(PoseSequence poses, string sampleId, int seed)
    {
        ArgumentNullException.ThrowIfNull(poses);
        if (_poses is null)
            throw new SignBridgeException(FailureKind.Input, $"'{Name}' changes pictures but '{sampleId}' is only poses: give its video, or leave '{Name}' out.");
        return _poses(poses, Chance(sampleId, seed));
    }

    /// <summary>Changes the frames of a source while they are read.</summary>
    /// <param name="source">Disposed with the source that is returned.</param>
    /// <param name="sampleId">The sample that they are of.</param>
    /// <param name="seed">That of the run.</param>
    /// <exception cref="InvalidOperationException">It changes poses.</exception>
    public IFrameSource Apply(IFrameSource source, string sampleId, int seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_frames is null)
            throw new InvalidOperationException($"'{Name}' changes poses: apply it to those of the video.");
        return _frames(source, Chance(sampleId, seed));
    }

    /// <summary>As it is written in <c>--perturb</c>, for example <c>drop=0.1</c>.</summary>
    public override string ToString() => Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Name}={value:0.######}") : Name;

    private Random Chance(string sampleId, int seed)
    {
        ArgumentNullException.ThrowIfNull(sampleId);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{Name}\n{sampleId}")));
        return new Random(BitConverter.ToInt32(hash));
    }
}
