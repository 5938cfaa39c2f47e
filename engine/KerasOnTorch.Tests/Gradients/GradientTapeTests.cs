using KerasOnTorch.Tests.Recorded;
using Tensorflow;
using Tensorflow.Gradients;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace KerasOnTorch.Tests.Gradients;

[TestClass]
public sealed class GradientTapeTests
{
    [TestMethod]
    public void A_watched_tensor_has_a_gradient()
    {
        NDArray x = np.array(1.0, 2.0, 3.0);
        using var tape = tf.GradientTape();
        tape.watch(x);
        CollectionAssert.AreEqual(new[] { 2.0, 4.0, 6.0 }, tape.gradient(x * x, x).Numbers());
    }

    [TestMethod]
    public void A_tensor_on_the_way_has_a_gradient_without_being_watched()
    {
        var w = tf.Variable(3.0);
        using var tape = tf.GradientTape();
        Tensor between = w * w;
        Assert.AreEqual(18.0, tape.gradient(between * between, between).Numbers()[0]);
    }

    [TestMethod]
    public void A_variable_has_a_gradient_and_so_have_several()
    {
        ResourceVariable a = tf.Variable(3.0), b = tf.Variable(5.0);
        using var tape = tf.GradientTape(persistent: true);
        Tensor product = a * b;
        Assert.AreEqual(5.0, tape.gradient(product, a).Numbers()[0]);
        CollectionAssert.AreEqual(new[] { 5.0, 3.0 }, tape.gradient(product, [a, b]).Select(gradient => gradient.Numbers()[0]).ToArray());
    }

    [TestMethod]
    public void A_tensors_gradient_by_itself_is_one()
    {
        NDArray x = np.array(7.0, 8.0);
        using var tape = tf.GradientTape();
        tape.watch(x);
        CollectionAssert.AreEqual(new[] { 1.0, 1.0 }, tape.gradient(x, x).Numbers());
    }

    [TestMethod]
    public void What_is_unconnected_is_null_or_zeros_as_asked()
    {
        ResourceVariable used = tf.Variable(3.0), other = tf.Variable(new[] { 5.0, 6.0 });
        using var tape = tf.GradientTape(persistent: true);
        Tensor square = used * used;
        Tensor elsewhere = other * other;
        Assert.IsNull(tape.gradient(square, other));
        Assert.IsNull(tape.gradient(square, elsewhere));
        Assert.IsNull(tape.gradient(square, np.array(1.0)));
        CollectionAssert.AreEqual(new[] { 0.0, 0.0 }, tape.gradient(square, other, unconnected_gradients: "zero").Numbers());
        Assert.ThrowsExactly<ArgumentException>(() => tape.gradient(square, other, unconnected_gradients: "nought"));
    }

    [TestMethod]
    public void A_tape_that_is_not_persistent_is_asked_once()
    {
        var w = tf.Variable(3.0);
        using var tape = tf.GradientTape();
        Tensor square = w * w;
        Assert.AreEqual(6.0, tape.gradient(square, w).Numbers()[0]);
        var refusal = Assert.ThrowsExactly<InvalidOperationException>(() => tape.gradient(square, w));
        Assert.AreEqual(
            "A GradientTape that is not persistent gives gradients once, before it is disposed; make it with persistent: true to ask again.",
            refusal.Message);
    }

    [TestMethod]
    public void A_disposed_tape_says_so()
    {
        var w = tf.Variable(3.0);
        var tape = tf.GradientTape(persistent: true);
        Tensor square = w * w;
        tape.Dispose();
        var refusal = Assert.ThrowsExactly<InvalidOperationException>(() => tape.gradient(square, w));
        Assert.AreEqual("This GradientTape was disposed; ask for gradients before.", refusal.Message);
        Assert.AreEqual(9.0, square.Numbers()[0]);
    }

    [TestMethod]
    public void A_gradient_weighs_the_targets_elements_as_told()
    {
        var w = tf.Variable(new[] { 1.0, 2.0 });
        using var tape = tf.GradientTape(persistent: true);
        Tensor square = w * w;
        CollectionAssert.AreEqual(new[] { 20.0, 400.0 }, tape.gradient(square, w, [np.array(10.0, 100.0)]).Numbers());
        var refusal = Assert.ThrowsExactly<ArgumentException>(() => tape.gradient(square, w, [np.array(1.0)]));
        Assert.AreEqual("output_gradients must be one tensor of the target's shape (2,).", refusal.Message);
    }

    [TestMethod]
    public void Nested_tapes_give_second_derivatives()
    {
        var w = tf.Variable(2.0);
        using var outer = tf.GradientTape();
        Tensor first;
        using (var inner = tf.GradientTape())
            first = inner.gradient(w * w * w, w);
        Assert.AreEqual(12.0, first.Numbers()[0]);
        Assert.AreEqual(12.0, outer.gradient(first, w).Numbers()[0]);
    }

    [TestMethod]
    public void A_persistent_tape_sees_its_own_gradients()
    {
        NDArray x = np.array(2.0);
        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        Tensor first = tape.gradient(x * x * x, x);
        Assert.AreEqual(12.0, tape.gradient(first, x).Numbers()[0]);
    }

    [TestMethod]
    public void An_inner_tape_leaves_the_outer_one_what_it_recorded()
    {
        var w = tf.Variable(3.0);
        using var outer = tf.GradientTape(persistent: true);
        Tensor square = w * w, cube;
        using (var inner = tf.GradientTape())
        {
            cube = square * w;
            Assert.AreEqual(9.0, inner.gradient(cube, w).Numbers()[0], "for the inner tape the square is a constant");
        }
        Assert.AreEqual(27.0, outer.gradient(cube, w).Numbers()[0]);
        Assert.AreEqual(6.0, outer.gradient(square, w).Numbers()[0]);
    }

    [TestMethod]
    public void An_inner_tape_sees_a_watched_tensor_from_where_it_watched_it()
    {
        NDArray x = np.array(3.0);
        using var outer = tf.GradientTape(persistent: true);
        outer.watch(x);
        Tensor square = x * x;
        using var inner = tf.GradientTape(persistent: true);
        inner.watch(x);
        Tensor cube = square * x;
        Assert.AreEqual(9.0, inner.gradient(cube, x).Numbers()[0]);
        Assert.AreEqual(27.0, outer.gradient(cube, x).Numbers()[0]);
        Assert.IsNull(inner.gradient(cube, square));
    }

    [TestMethod]
    public void Tapes_that_overlap_without_nesting_answer_for_what_each_saw()
    {
        var w = tf.Variable(3.0);
        GradientTape first = tf.GradientTape(persistent: true);
        Tensor square = w * w;
        using GradientTape second = tf.GradientTape(persistent: true);
        Tensor cube = square * w;
        Assert.AreEqual(27.0, first.gradient(cube, w).Numbers()[0]);
        first.Dispose();
        Assert.AreEqual(9.0, second.gradient(cube, w).Numbers()[0]);
    }

    [TestMethod]
    public void What_an_earlier_tape_recorded_is_a_constant_for_a_later_one()
    {
        var w = tf.Variable(3.0);
        Tensor square;
        using (var earlier = tf.GradientTape())
            square = w * w;
        using var later = tf.GradientTape();
        Assert.AreEqual(9.0, later.gradient(square * w, w).Numbers()[0]);
    }

    [TestMethod]
    public void A_variable_assigned_after_it_was_read_has_the_gradient_at_the_value_read()
    {
        var w = tf.Variable(3.0);
        using var tape = tf.GradientTape();
        Tensor square = w * w;
        w.assign(100.0);
        Assert.AreEqual(6.0, tape.gradient(square, w).Numbers()[0]);
        Assert.AreEqual(100.0, w.numpy().Numbers()[0]);
    }

    [TestMethod]
    public void A_variable_read_before_and_after_an_assignment_has_the_sum_of_both_gradients()
    {
        var w = tf.Variable(3.0);
        using var tape = tf.GradientTape();
        Tensor square = w * w;
        w.assign(5.0);
        Assert.AreEqual(6.0 + 10.0, tape.gradient(square + w * w, w).Numbers()[0]);
    }

    [TestMethod]
    public void Variables_are_not_watched_if_the_tape_is_told_so_or_if_they_are_not_trainable()
    {
        ResourceVariable w = tf.Variable(3.0), frozen = tf.Variable(3.0, trainable: false);
        using (var blind = tf.GradientTape(watch_accessed_variables: false))
            Assert.IsNull(blind.gradient(w * w, w));
        using var tape = tf.GradientTape();
        Assert.IsNull(tape.gradient(frozen * frozen, frozen));
    }

    [TestMethod]
    public void A_tape_records_its_own_thread_alone()
    {
        var w = tf.Variable(3.0);
        using var tape = tf.GradientTape(persistent: true);
        Tensor here = w * w, there = here;
        double gradient_there = 0;
        var thread = new Thread(() =>
        {
            there = w * w;
            using var other = tf.GradientTape();
            gradient_there = other.gradient(w * here, w).Numbers()[0];
        });
        thread.Start();
        thread.Join();
        Assert.AreEqual(9.0, gradient_there);
        Assert.IsNull(tape.gradient(there, w));
        Assert.AreEqual(6.0, tape.gradient(here, w).Numbers()[0]);
    }

    [TestMethod]
    public void A_tape_disposed_on_another_thread_stops_recording()
    {
        var w = tf.Variable(3.0);
        var tape = tf.GradientTape();
        var thread = new Thread(tape.Dispose);
        thread.Start();
        thread.Join();
        Assert.IsFalse((w * w).Torch.requires_grad);
    }

    [TestMethod]
    public void Without_a_tape_no_computation_is_remembered()
    {
        var w = tf.Variable(3.0);
        Assert.IsFalse((w * w).Torch.requires_grad);
        Tensor recorded;
        using (var tape = tf.GradientTape(persistent: true))
        {
            recorded = w * w;
            Assert.IsTrue(recorded.Torch.requires_grad);
        }
        Assert.IsFalse(recorded.Torch.requires_grad);
        Assert.IsFalse((recorded * 2).Torch.requires_grad);
    }

    [TestMethod]
    public void Only_floating_point_tensors_are_watched_and_only_while_the_tape_records()
    {
        NDArray x = np.array(1.0);
        using var tape = tf.GradientTape();
        Assert.ThrowsExactly<ArgumentException>(() => tape.watch(np.array(1, 2)));
        tape.watch(x);
        tape.gradient(x * x, x);
        Assert.ThrowsExactly<InvalidOperationException>(() => tape.watch(x));
    }

    [TestMethod]
    public void A_gradient_can_be_taken_through_a_mean_a_logarithm_and_a_quotient()
    {
        NDArray x = np.array(new[,] { { 1.0, 2.0 }, { 4.0, 8.0 } });
        using var tape = tf.GradientTape();
        tape.watch(x);
        Tensor y = tf.reduce_mean(tf.math.log(x) / 2);
        CollectionAssert.AreEqual(new[] { 0.125, 0.0625, 0.03125, 0.015625 }, tape.gradient(y, x).Numbers());
    }
}
