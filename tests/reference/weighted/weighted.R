# Weighted comparisons with the survey package (Debian: r-cran-survey). Run in this folder: Rscript weighted.R
# Eighty invented people: weights, two of three products each or all of them, four prices, which of two is preferred, most and least
# important of three things, out of two or three tasks. Writes data.csv, prices.csv and oracle.json.
suppressMessages(library(survey))
set.seed(20)
n <- 80
w <- round(exp(rnorm(n, 0, .5)), 3); w[c(5, 50)] <- 0
taste <- rnorm(n)
rate <- function(shift) pmin(9, pmax(1, round(5.5 + shift + taste + rnorm(n))))
d <- data.frame(person = 1:n, w = w, A = rate(0), B = rate(.6), C = rate(.2), recommendA = NA, recommendB = NA)
d$recommendA <- pmin(10, pmax(0, round(7 + taste + rnorm(n, 0, 2)))); d$recommendB <- pmin(10, pmax(0, round(7.8 + taste + rnorm(n, 0, 2))))
d$A[sample(n, 12)] <- NA; d$B[sample(n, 9)] <- NA; d$C[41:80] <- NA
d$preferred <- sample(c("A", "B", "none"), n, TRUE, c(.3, .5, .2))
d$tasks <- sample(2:3, n, TRUE)
for (item in c("scent", "price")) d[[item]] <- sapply(d$tasks, function(k) sum(sample(c(-1, 0, 1), k, TRUE, if (item == "scent") c(.2, .3, .5) else c(.35, .35, .3))))
low <- sample(2:9, n, TRUE) * 500
prices <- data.frame(too_cheap = low, cheap = low + sample(2:8, n, TRUE) * 500, expensive = NA, too_expensive = NA)
prices$expensive <- prices$cheap + sample(1:7, n, TRUE) * 500; prices$too_expensive <- prices$expensive + sample(1:9, n, TRUE) * 500
kish <- function(w) sum(w)^2 / sum(w^2)

long <- do.call(rbind, lapply(c("A", "B", "C"), function(p) data.frame(person = d$person, w = d$w, product = p, y = d[[p]])))
long <- long[!is.na(long$y), ]; long$top <- as.numeric(long$y >= 7)
# The same people: the person is the cluster, everybody who answered for at least one of the two.
within <- function(one, other, what, scale = 1) {
  x <- long[long$product %in% c(one, other), ]; x$product <- factor(x$product, c(one, other)); x$v <- x[[what]] * scale
  design <- svydesign(ids = ~person, weights = ~w, data = x)
  found <- svycontrast(svyby(~v, ~product, design, svymean, covmat = TRUE), setNames(c(1, -1), c(one, other)))
  people <- unique(x[c("person", "w")]); df <- kish(people$w) - 1
  # The same once more as a regression.
  fit <- svyglm(v ~ product, design); stopifnot(abs(SE(fit)[[2]] - SE(found)[[1]]) < 1e-9, abs(coef(fit)[[2]] + coef(found)[[1]]) < 1e-9)
  t <- coef(found)[[1]] / SE(found)[[1]]
  list(first = one, second = other, what = what, n = nrow(people), effectiveN = kish(people$w), difference = coef(found)[[1]], error = SE(found)[[1]],
       t = t, p = 2 * pt(-abs(t), df), lower = coef(found)[[1]] - qt(.975, df) * SE(found)[[1]], upper = coef(found)[[1]] + qt(.975, df) * SE(found)[[1]])
}
# Different people: the first forty rated A, the others B; the group is the stratum.
split <- rbind(long[long$product == "A" & long$person <= 40, ], long[long$product == "B" & long$person > 40, ])
between <- local({
  design <- svydesign(ids = ~person, strata = ~product, weights = ~w, data = split)
  found <- svycontrast(svyby(~y, ~product, design, svymean, covmat = TRUE), c(A = 1, B = -1))
  own <- lapply(c("A", "B"), function(p) { x <- split[split$product == p, ]; m <- svymean(~y, svydesign(~1, weights = ~w, data = x)); list(m = coef(m)[[1]], v = SE(m)[[1]]^2, n = kish(x$w)) })
  v <- sapply(own, `[[`, "v"); df <- sum(v)^2 / sum(v^2 / (sapply(own, `[[`, "n") - 1)); t <- coef(found)[[1]] / SE(found)[[1]]
  stopifnot(abs(sqrt(sum(v)) - SE(found)[[1]]) < 1e-9)
  p <- sapply(c("A", "B"), function(product) { x <- split[split$product == product, ]; sum(x$w * x$top) / sum(x$w) }); e <- sapply(own, `[[`, "n")
  test <- suppressWarnings(prop.test(p * e, e, correct = FALSE))
  list(difference = coef(found)[[1]], error = SE(found)[[1]], df = df, p = 2 * pt(-abs(t), df), share = list(first = p[[1]], second = p[[2]], chi = test$statistic[[1]], p = test$p.value))
})
points <- function(x) ifelse(x >= 9, 100, ifelse(x <= 6, -100, 0))
promoters <- local({
  one <- function(x) { e <- kish(d$w); s <- c(sum(d$w[x >= 9]), sum(d$w[x <= 6])) / sum(d$w); v <- s[1] + s[2] - (s[1] - s[2])^2; list(score = 100 * (s[1] - s[2]), error = 100 * sqrt(v / e)) }
  x <- rbind(data.frame(person = d$person, w = d$w, product = "A", v = points(d$recommendA)), data.frame(person = d$person, w = d$w, product = "B", v = points(d$recommendB)))
  found <- svycontrast(svyby(~v, ~product, svydesign(ids = ~person, weights = ~w, data = x), svymean, covmat = TRUE), c(A = 1, B = -1))
  t <- coef(found)[[1]] / SE(found)[[1]]
  list(A = one(d$recommendA), B = one(d$recommendB), difference = coef(found)[[1]], error = SE(found)[[1]], p = 2 * pt(-abs(t), kish(d$w) - 1))
})
stated <- d[d$preferred != "none", ]
preference <- local({ e <- kish(stated$w); p <- sum(stated$w[stated$preferred == "A"]) / sum(stated$w); test <- prop.test(p * e, e, p = .5, correct = FALSE)
  list(effectiveN = e, share = p, p = test$p.value, lower = test$conf.int[1], upper = test$conf.int[2]) })
# (most - least) / shown, weighted: a ratio of sums, and the difference of two of them.
ratio <- local({
  design <- svydesign(ids = ~person, weights = ~w, data = d)
  both <- svyratio(~scent + price, ~tasks, design, covmat = TRUE)
  m <- setNames(as.vector(both$ratio), c("scent", "price")); v <- vcov(both)
  list(scent = m[[1]], price = m[[2]], difference = m[[1]] - m[[2]], error = sqrt(v[1, 1] + v[2, 2] - 2 * v[1, 2]))
})
# Weighted curves by survey's own cumulative shares, and where straight lines between the stated prices cross.
price_points <- local({
  design <- svydesign(ids = ~1, weights = ~w, data = cbind(prices, w = d$w))
  grid <- sort(unique(unlist(prices[d$w > 0, ])))
  up_to <- function(name) sapply(grid, function(x) coef(svymean(~at, update(design, at = as.numeric(prices[[name]] <= x))))[[1]])
  below <- function(name) sapply(grid, function(x) coef(svymean(~at, update(design, at = as.numeric(prices[[name]] < x))))[[1]])
  tc <- 1 - below("too_cheap"); ch <- 1 - below("cheap"); ex <- up_to("expensive"); te <- up_to("too_expensive")
  cross <- function(a, b) { f <- approxfun(grid, a - b); i <- which(diff(sign(a - b)) != 0)[1]; uniroot(f, grid[c(i, i + 1)], tol = 1e-12)$root }
  list(optimal = cross(tc, te), indifference = cross(ch, ex), lowest = cross(tc, 1 - ch), highest = cross(te, 1 - ex))
})
json <- function(x) {
  if (is.list(x) && !is.null(names(x))) paste0("{", paste(sprintf("\"%s\": %s", names(x), sapply(x, json)), collapse = ", "), "}")
  else if (is.list(x) || length(x) > 1) paste0("[", paste(sapply(x, json), collapse = ", "), "]")
  else if (is.character(x)) sprintf("\"%s\"", x) else sprintf("%.12g", x)
}
write.csv(d, "data.csv", row.names = FALSE, quote = FALSE); write.csv(prices, "prices.csv", row.names = FALSE, quote = FALSE)
writeLines(json(list(
  note = paste0("R ", R.version$major, ".", R.version$minor, ", survey ", packageVersion("survey")),
  within = list(within("A", "B", "y"), within("A", "C", "y"), within("B", "C", "y"), within("A", "B", "top"), within("A", "C", "top")),
  between = between, promoters = promoters, preference = preference, ratio = ratio, prices = price_points
)), "oracle.json")
